package dev.trapline.scenarios.catalogue;

import static dev.trapline.declare.Shape.optional;
import static dev.trapline.declare.Shape.required;
import static dev.trapline.declare.Shape.text;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.scenarios.check.Checker;
import dev.trapline.scenarios.check.References;
import dev.trapline.scenarios.check.Rules;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.yaml.Shelf;
import dev.trapline.scenarios.yaml.YamlReader;
import dev.trapline.spec.SourceSpec;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The list of sources, {@code sources.yaml}: where the numbers of the catalogue were read. */
public final class Sources {
    /** What a list holds, by identifier, and what is wrong with it. */
    record Listed(Map<String, SourceSpec> sources, List<Problem> problems) {}

    private static final String FILE = "sources.yaml";

    /** The form of the list. */
    public static final Shape SHAPE = new Shape.ListOf(
            Shape.fields(
                    "listed-source",
                    "Where a number of the catalogue was read.",
                    required("id", text(), "What entries call it."),
                    required("citation", text(), "Author, title, where it appeared, when."),
                    optional("address", text(), "", "Where it can be read."),
                    optional("read", text(), "", "When it was read, such as 2026-11.")),
            "id");

    private Sources() {}

    /** Sorted; a catalogue without the file has none. */
    static Listed read(Shelf shelf) {
        Problems problems = new Problems();
        if (!shelf.holds(FILE)) {
            return new Listed(Map.of(), List.of());
        }
        Optional<Object> held = shelf.read(FILE, Place.of(FILE), problems)
                .flatMap(bytes -> YamlReader.read(shelf.shown(FILE), bytes, problems))
                .flatMap(tree -> new Checker(List.of(), References.UNRESOLVED, Rules.NONE, problems).check(SHAPE, tree, ""));
        Map<String, SourceSpec> sources = new TreeMap<>();
        for (Object item : (List<?>) held.orElse(List.of())) {
            Values source = (Values) item;
            sources.put(source.text("id"), new SourceSpec(
                    source.text("id"), source.text("citation"), source.text("address"), source.text("read")));
        }
        return new Listed(Collections.unmodifiableMap(sources), problems.list());
    }
}
