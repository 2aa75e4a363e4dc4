package dev.trapline.scenarios.catalogue;

import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.Shelf;
import dev.trapline.scenarios.yaml.YamlReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds and reads the file of an entry: beside the scenario first, then in the catalogue. Each is read once. */
final class EntryFiles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final String ENDING = ".yaml";

    private record Parsed(Optional<Mapping> tree, List<Problem> problems) {}

    private final Shelf shelf;
    private final Optional<Shelf> beside;
    private final Map<CatalogueKind, List<String>> names = new EnumMap<>(CatalogueKind.class);
    private final Map<String, Parsed> parsed = new HashMap<>();
    private final Map<String, Mapping> used = new TreeMap<>();

    EntryFiles(Shelf shelf, Optional<Shelf> beside) {
        this.shelf = shelf;
        this.beside = beside;
        for (CatalogueKind kind : CatalogueKind.values()) {
            names.put(kind, shelf.list(kind.folder()).stream()
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .toList());
        }
    }

    Shelf shelf() {
        return shelf;
    }

    List<String> names(CatalogueKind kind) {
        return names.get(kind);
    }

    /** The kind of the catalogue entry of that name. */
    Optional<CatalogueKind> kindOf(String name) {
        return names.keySet().stream().filter(kind -> names.get(kind).contains(name)).findFirst();
    }

    /** Whether a name means an entry of the catalogue here, and no file beside the scenario. */
    boolean isOfCatalogue(CatalogueKind kind, String name) {
        boolean isBeside = beside.isPresent() && beside.get().holds(name + ENDING) && isEntry(beside.get(), name + ENDING);
        return names.get(kind).contains(name) && !isBeside;
    }

    /** Names that entries of two kinds have. */
    Map<String, List<CatalogueKind>> clashes() {
        Map<String, List<CatalogueKind>> owners = new TreeMap<>();
        names.forEach((kind, all) -> all.forEach(name -> owners.computeIfAbsent(name, key -> new ArrayList<>()).add(kind)));
        owners.values().removeIf(kinds -> kinds.size() == 1);
        return owners;
    }

    /** The entries that were found so far, as written, by kind and name. */
    Map<String, Mapping> used() {
        return used;
    }

    /** The tree of an entry as written, its kind and name verified; empty after a problem was added. */
    Optional<Mapping> find(CatalogueKind kind, String name, Place asked, String path, Problems problems) {
        Optional<Mapping> tree = search(kind, name, asked, path, problems);
        tree.ifPresent(found -> used.put(kind.folder() + "/" + name, found));
        return tree;
    }

    private Optional<Mapping> search(CatalogueKind kind, String name, Place asked, String path, Problems problems) {
        if (name.endsWith(ENDING)) {
            return besideFile(kind, name, asked, problems);
        }
        if (!NAME.matcher(name).matches()) {
            problems.add(asked, path, "is no name of a catalogue entry: " + Wording.quoted(name));
            return Optional.empty();
        }
        if (beside.isPresent() && beside.get().holds(name + ENDING) && isEntry(beside.get(), name + ENDING)) {
            return besideFile(kind, name + ENDING, asked, problems).filter(tree -> isNamed(kind, tree, name, problems));
        }
        if (names.get(kind).contains(name)) {
            String file = kind.folder() + "/" + name + ENDING;
            return read(shelf, file, asked, problems)
                    .filter(tree -> isKind(kind, tree, problems) && isNamed(kind, tree, name, problems));
        }
        problems.add(asked, path, unknown(kind, name));
        return Optional.empty();
    }

    private String unknown(CatalogueKind kind, String name) {
        Optional<CatalogueKind> other = kindOf(name);
        if (other.isPresent()) {
            return Wording.quoted(name) + " is " + other.get().noun() + ", but " + kind.noun() + " is due";
        }
        List<String> known = names.get(kind);
        String near = Wording.didYouMean(name, known);
        boolean few = near.isEmpty() && !known.isEmpty() && known.size() <= 12;
        return "unknown " + kind.key().replace('-', ' ') + " " + Wording.quoted(name)
                + (few ? "; known are " + String.join(", ", known) : near);
    }

    private Optional<Mapping> besideFile(CatalogueKind kind, String file, Place asked, Problems problems) {
        if (beside.isEmpty()) {
            problems.add(asked, "", Wording.quoted(file) + " is a file, and no folder is known to look for it in");
            return Optional.empty();
        }
        return read(beside.get(), file, asked, problems).filter(tree -> isKind(kind, tree, problems));
    }

    /** Whether a file beside the scenario is meant to be an entry: scenarios have names of their own. */
    private boolean isEntry(Shelf shelf, String file) {
        Optional<Mapping> tree = read(shelf, file, Place.of(file), new Problems());
        return tree.isEmpty() || !tree.get().has("scenario");
    }

    private static boolean isKind(CatalogueKind kind, Mapping tree, Problems problems) {
        String first = tree.entries().keySet().stream().findFirst().orElse("");
        if (!first.equals(kind.key())) {
            problems.add(tree.place(), "", kind.noun() + " is due: the first key must be " + Wording.quoted(kind.key()) + ", got "
                    + Wording.quoted(first));
        }
        return first.equals(kind.key());
    }

    private static boolean isNamed(CatalogueKind kind, Mapping tree, String name, Problems problems) {
        Optional<LocatedNode> named = tree.find(kind.key());
        boolean right = tree.text(kind.key()).filter(name::equals).isPresent();
        if (!right && named.isPresent()) {
            problems.add(named.get().place(), kind.key(), "must be the name of the file, " + Wording.quoted(name) + ", got "
                    + named.get().inWords());
        }
        return right;
    }

    private Optional<Mapping> read(Shelf from, String file, Place asked, Problems problems) {
        String shown = from.shown(file);
        Parsed result = parsed.get(shown);
        if (result == null) {
            Problems found = new Problems();
            result = new Parsed(parse(from, file, shown, asked, found), found.list());
            parsed.put(shown, result);
        }
        problems.addAll(result.problems());
        return result.tree();
    }

    private static Optional<Mapping> parse(Shelf from, String file, String shown, Place asked, Problems problems) {
        Optional<LocatedNode> tree = from.read(file, asked, problems).flatMap(bytes -> YamlReader.read(shown, bytes, problems));
        if (tree.isPresent() && !(tree.get() instanceof Mapping)) {
            problems.add(tree.get().place(), "", "expected a mapping, got " + tree.get().inWords());
        }
        return tree.filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }
}
