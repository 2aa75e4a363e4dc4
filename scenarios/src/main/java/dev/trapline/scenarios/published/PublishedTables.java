package dev.trapline.scenarios.published;

import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.Shelf;
import dev.trapline.scenarios.yaml.YamlReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All published tables, by identifier. */
public final class PublishedTables {
    private static final String FILE = "published.yaml";
    private static final PublishedTables NONE = new PublishedTables(Map.of(), List.of());

    private final Map<String, PublishedTable> tables;
    private final List<Problem> problems;

    private PublishedTables(Map<String, PublishedTable> tables, List<Problem> problems) {
        this.tables = Collections.unmodifiableMap(new TreeMap<>(tables));
        this.problems = problems;
    }

    public static PublishedTables none() {
        return NONE;
    }

    /** Those of {@code published.yaml} in a folder; none where the folder has no such file. */
    public static PublishedTables in(Shelf folder) {
        if (!folder.holds(FILE)) {
            return NONE;
        }
        Problems problems = new Problems();
        Optional<LocatedNode> tree = folder.read(FILE, Place.of(FILE), problems)
                .flatMap(bytes -> YamlReader.read(folder.shown(FILE), bytes, problems));
        Map<String, PublishedTable> tables =
                tree.map(node -> new PublishedReader(problems).tables(node)).orElse(Map.of());
        return new PublishedTables(tables, problems.list());
    }

    /** What is wrong with the file. */
    public List<Problem> problems() {
        return problems;
    }

    public List<PublishedTable> all() {
        return List.copyOf(tables.values());
    }

    public Optional<PublishedTable> find(String id) {
        return Optional.ofNullable(tables.get(id));
    }

    /** What is said of a name that is no table's. */
    public String unknown(String id) {
        return "no table of data/published.yaml is " + Wording.quoted(id) + Wording.didYouMean(id, tables.keySet());
    }
}
