package dev.trapline.scenarios;

import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Entry;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.ScalarKind;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import dev.trapline.scenarios.yaml.Shelf;
import dev.trapline.scenarios.yaml.YamlReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merges the files that a scenario includes: all below its folder, each once, mappings key by key. Two values for one key
 * are a clash, whoever comes first, so that the order of files never matters.
 */
final class Includes {
    private final Shelf folder;
    private final Problems problems;
    private final List<String> open = new ArrayList<>();
    private final Set<String> done = new HashSet<>();

    Includes(Shelf folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The scenario with all that it includes. */
    Mapping merged(String file, Mapping tree) {
        open.add(file);
        done.add(file);
        Mapping merged = tree.without("include");
        Optional<LocatedNode> list = tree.find("include");
        if (list.isPresent() && list.get() instanceof Sequence names) {
            for (LocatedNode name : names.items()) {
                Optional<Mapping> included = included(file, name);
                merged = included.isPresent() ? combined(merged, included.get(), "") : merged;
            }
        } else if (list.isPresent()) {
            problems.add(list.get().place(), "include", "expected a list of files, got " + list.get().inWords());
        }
        open.remove(open.size() - 1);
        return merged;
    }

    private Optional<Mapping> included(String from, LocatedNode name) {
        if (!(name instanceof Scalar scalar) || scalar.kind() != ScalarKind.TEXT) {
            problems.add(name.place(), "include", "expected the name of a file, got " + name.inWords());
            return Optional.empty();
        }
        Optional<String> file = below(from, scalar);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        if (open.contains(file.get())) {
            problems.add(name.place(), "include", "includes itself: " + Wording.printable(String.join(" -> ", open) + " -> " + file.get()));
            return Optional.empty();
        }
        return done.contains(file.get()) ? Optional.empty() : read(file.get(), scalar);
    }

    private Optional<Mapping> read(String file, Scalar name) {
        Optional<LocatedNode> tree = folder.read(file, name.place(), problems)
                .flatMap(bytes -> YamlReader.read(folder.shown(file), bytes, problems));
        if (tree.isPresent() && !(tree.get() instanceof Mapping)) {
            problems.add(tree.get().place(), "", "expected a mapping, got " + tree.get().inWords());
        }
        return tree.filter(Mapping.class::isInstance).map(mapping -> merged(file, (Mapping) mapping));
    }

    /** The file's name from the scenario's folder; empty, with a problem, if it leads out of it. */
    private Optional<String> below(String from, Scalar name) {
        Deque<String> parts = new ArrayDeque<>();
        String folderOfFrom = from.contains("/") ? from.substring(0, from.lastIndexOf('/')) + "/" : "";
        boolean escapes = name.text().isEmpty() || name.text().startsWith("/") || name.text().contains("\\")
                || name.text().contains(":");
        for (String part : (folderOfFrom + name.text()).split("/")) {
            if (part.equals("..")) {
                escapes |= parts.pollLast() == null;
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        String file = String.join("/", parts);
        if (escapes || file.isEmpty() || !folder.contains(file)) {
            problems.add(name.place(), "include", "must be a file below the scenario's folder, got " + name.inWords());
            return Optional.empty();
        }
        return Optional.of(file);
    }

    private Mapping combined(Mapping first, Mapping second, String path) {
        Mapping combined = first;
        for (Map.Entry<String, Entry> entry : second.entries().entrySet()) {
            Entry old = combined.entries().get(entry.getKey());
            String below = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
            if (old == null) {
                combined = combined.with(entry.getKey(), entry.getValue().place(), entry.getValue().value());
            } else if (old.value() instanceof Mapping left && entry.getValue().value() instanceof Mapping right) {
                combined = combined.with(entry.getKey(), old.place(), combined(left, right, below));
            } else {
                problems.add(entry.getValue().place(), below, "is set in two files, here and at " + old.place());
            }
        }
        return combined;
    }
}
