package dev.trapline.scenarios.catalogue;

import dev.trapline.scenarios.text.Sha256;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.scenarios.yaml.YamlWriter;
import dev.trapline.spec.Basis;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The numbers that stand in the files of the catalogue and of published experiments, each where it is written; what is extended
 * counts once.
 */
public final class Census {

    /** Where numbers stand that belong to one published experiment, not to the catalogue. */
    public static final String PUBLISHED = "published";

    /**
     * A cost, or a rate of a mix.
     *
     * @param folder the folder of the catalogue, or {@link #PUBLISHED}
     */
    public record Item(
            String folder, String owner, String name, String value, Basis basis, String source, String fittedTo) {}

    private final List<Item> items;
    private final String hash;

    private Census(List<Item> items, String hash) {
        this.items = items;
        this.hash = hash;
    }

    /** Of all entries of a catalogue. */
    public static Census of(Catalogue catalogue) {
        return of(catalogue, Map.of());
    }

    /** Of all entries of a catalogue, and of the entries and scenarios of published experiments, by name. */
    public static Census of(Catalogue catalogue, Map<String, Mapping> published) {
        Set<Item> items = new LinkedHashSet<>();
        StringBuilder text = new StringBuilder();
        for (CatalogueKind kind : CatalogueKind.values()) {
            for (String name : catalogue.names(kind)) {
                catalogue.written(kind, name).ifPresent(tree -> {
                    items.addAll(items(kind.folder(), name, tree));
                    append(text, kind.folder() + '/' + name, tree);
                });
            }
        }
        new TreeMap<>(published).forEach((name, tree) -> {
            items.addAll(items(PUBLISHED, name, tree));
            if (!tree.has("scenario")) {
                append(text, PUBLISHED + '/' + name, tree);
            }
        });
        return new Census(List.copyOf(items), Sha256.of(text.toString()));
    }

    private static void append(StringBuilder text, String name, Mapping tree) {
        text.append("# ").append(name).append('\n').append(YamlWriter.write(tree));
    }

    /** The numbers of one file; what an anchor repeats counts once. */
    static List<Item> items(String folder, String owner, Mapping tree) {
        Map<String, Item> items = new LinkedHashMap<>();
        collect(folder, owner, "", tree, items);
        return List.copyOf(items.values());
    }

    private static void collect(String folder, String owner, String name, LocatedNode node, Map<String, Item> into) {
        if (node instanceof Sequence list) {
            list.items().forEach(item -> collect(folder, owner, name, item, into));
        } else if (node instanceof Mapping mapping && mapping.has("basis")) {
            into.put(name + YamlWriter.flow(mapping), new Item(
                    folder,
                    owner,
                    name,
                    mapping.text("value").orElse(""),
                    Basis.of(mapping.text("basis").orElse("")),
                    mapping.text("source").orElse(""),
                    mapping.text("fitted-to").orElse("")));
        } else if (node instanceof Mapping mapping) {
            mapping.entries().forEach((key, entry) -> collect(folder, owner, key, entry.value(), into));
        }
    }

    public List<Item> items() {
        return items;
    }

    /** How many of an entry's own numbers have each basis. */
    public Map<Basis, Integer> byBasis(String owner) {
        return byBasis(items.stream().filter(item -> item.owner().equals(owner)).toList());
    }

    /** How many of all numbers have each basis. */
    public Map<Basis, Integer> byBasis() {
        return byBasis(items);
    }

    private static Map<Basis, Integer> byBasis(List<Item> items) {
        Map<Basis, Integer> counts = new EnumMap<>(Basis.class);
        for (Basis basis : Basis.values()) {
            counts.put(basis, (int) items.stream().filter(item -> item.basis() == basis).count());
        }
        return counts;
    }

    /** The numbers that were fitted to a published table, by table. */
    public Map<String, List<Item>> fitted() {
        Map<String, List<Item>> fitted = new TreeMap<>();
        for (Item item : items) {
            if (!item.fittedTo().isEmpty()) {
                fitted.computeIfAbsent(item.fittedTo(), table -> new ArrayList<>()).add(item);
            }
        }
        return fitted;
    }

    /** How many of the numbers of a folder have each basis. */
    public Map<Basis, Integer> ofFolder(String folder) {
        return byBasis(items.stream().filter(item -> item.folder().equals(folder)).toList());
    }

    /** A hash of all entries in canonical form: comments do not count, every value does. */
    public String hash() {
        return hash;
    }
}
