package dev.trapline.scenarios.catalogue;

import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.spec.SourceSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A resolved entry taken apart for people: what it is set to, its numbers with what is known of them, its limits, and the
 * sources of all.
 *
 * @param aliasOf the engine that a platform is another name of, or empty
 * @param settings everything but numbers and limits
 */
public record Sheet(
        CatalogueKind kind,
        String name,
        String title,
        String aliasOf,
        Mapping settings,
        List<Item> numbers,
        List<Limit> limits,
        List<SourceSpec> sources) {

    /** A cost or a rate; {@code group} says where in the entry it stands, {@code range} is empty where it has none. */
    public record Item(
            String group, String name, String value, String range, String basis, String source, String fittedTo, String note) {}

    /** A documented limit or support rule. */
    public record Limit(String rule, String atMost, String source, String text) {}

    /** Takes a resolved tree apart. */
    static Sheet of(CatalogueKind kind, Mapping tree, String aliasOf, List<SourceSpec> sources) {
        List<Item> numbers = new ArrayList<>();
        Mapping settings = (Mapping) without(tree.without("limits"), "", numbers);
        List<Limit> limits = new ArrayList<>();
        if (tree.find("limits").orElse(null) instanceof Sequence list) {
            list.items().forEach(item -> limits.add(limit((Mapping) item)));
        }
        return new Sheet(
                kind,
                tree.text(kind.key()).orElse(""),
                tree.text("title").orElse(""),
                aliasOf,
                settings.without(kind.key(), "title"),
                List.copyOf(numbers),
                List.copyOf(limits),
                sources);
    }

    private static LocatedNode without(LocatedNode node, String path, List<Item> numbers) {
        if (node instanceof Sequence list) {
            return new Sequence(list.place(), list.items().stream().map(item -> without(item, named(path, item), numbers)).toList());
        }
        if (!(node instanceof Mapping mapping)) {
            return node;
        }
        Map<String, LocatedNode.Entry> kept = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            if (entry.value() instanceof Mapping number && number.has("basis")) {
                numbers.add(item(path, key, number));
            } else {
                LocatedNode below = without(entry.value(), path.isEmpty() ? key : path + ", " + key, numbers);
                boolean emptied = isEmpty(below) && !isEmpty(entry.value());
                if (!emptied) {
                    kept.put(key, new LocatedNode.Entry(entry.place(), below));
                }
            }
        });
        return new Mapping(mapping.place(), kept);
    }

    private static boolean isEmpty(LocatedNode node) {
        return node instanceof Mapping mapping && mapping.entries().isEmpty();
    }

    /** An item of a list is told from the others by its title. */
    private static String named(String path, LocatedNode item) {
        return item instanceof Mapping mapping ? path + mapping.text("title").map(title -> " '" + title + "'").orElse("") : path;
    }

    private static Item item(String group, String name, Mapping number) {
        String clock = number.text("at").map(at -> " at " + at).orElse("");
        String range = number.find("range").orElse(null) instanceof Sequence ends
                ? text(ends.items().get(0)) + " to " + text(ends.items().get(1)) + clock
                : "";
        return new Item(
                group,
                name,
                number.text("value").orElse("") + clock,
                range,
                number.text("basis").orElse(""),
                number.text("source").orElse(""),
                number.text("fitted-to").orElse(""),
                number.text("note").orElse(""));
    }

    private static Limit limit(Mapping limit) {
        return new Limit(
                limit.text("rule").orElse(""),
                limit.text("at-most").orElse(""),
                limit.text("source").orElse(""),
                limit.text("text").orElse(""));
    }

    private static String text(LocatedNode node) {
        return node instanceof Scalar scalar ? scalar.text() : node.inWords();
    }
}
