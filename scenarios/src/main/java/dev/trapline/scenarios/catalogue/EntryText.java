package dev.trapline.scenarios.catalogue;

import dev.trapline.scenarios.check.PlainTree;
import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.scenarios.yaml.YamlWriter;
import dev.trapline.spec.SourceSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Writes an entry for people: resolved, with defaults, and the sources it names as comments. */
final class EntryText {
    private final Catalogue catalogue;

    EntryText(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    String of(Entry entry) {
        LocatedNode tree = tree(entry);
        Set<String> named = new TreeSet<>();
        sources(tree, named);
        StringBuilder text = new StringBuilder(YamlWriter.write(tree));
        for (String id : named) {
            SourceSpec source = catalogue.sources().get(id);
            if (source != null) {
                text.append("# ").append(id).append(": ").append(source.citation());
                text.append(source.address().isEmpty() ? "" : ", " + source.address());
                text.append(source.read().isEmpty() ? "" : ", read " + source.read()).append('\n');
            }
        }
        return text.toString();
    }

    /** The same taken apart. */
    Sheet sheet(Entry entry) {
        LocatedNode tree = tree(entry);
        Set<String> named = new TreeSet<>();
        sources(tree, named);
        List<SourceSpec> sources =
                named.stream().map(catalogue.sources()::get).filter(Objects::nonNull).toList();
        String aliasOf = entry.kind() == CatalogueKind.PLATFORMS
                ? catalogue.aliasOf(entry.values().text("platform")).orElse("")
                : "";
        return Sheet.of(entry.kind(), (Mapping) tree, aliasOf, sources);
    }

    /** Of a platform with variants, the base as written with its variants: no single variant is the platform. */
    private LocatedNode tree(Entry entry) {
        if (entry.tree().has("variants")) {
            return entry.tree();
        }
        PlainTree plain = new PlainTree(
                catalogue.shapes().vocabulary().distributions(), held -> reference((Entry) held));
        Mapping mapping = (Mapping) plain.of(catalogue.shapes().of(entry.kind()), entry.values());
        return namedFirst(entry.kind().key(), mapping);
    }

    private static Mapping namedFirst(String key, Mapping mapping) {
        Map<String, LocatedNode.Entry> entries = new LinkedHashMap<>();
        entries.put(key, mapping.entries().get(key));
        entries.putAll(mapping.entries());
        return new Mapping(mapping.place(), entries);
    }

    private static LocatedNode reference(Entry entry) {
        return entry.written() instanceof Scalar ? Scalar.text(Place.of(""), entry.label()) : entry.written();
    }

    private static void sources(LocatedNode node, Set<String> named) {
        if (node instanceof Mapping mapping) {
            mapping.text("source").ifPresent(named::add);
            mapping.entries().values().forEach(entry -> sources(entry.value(), named));
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> sources(item, named));
        }
    }
}
