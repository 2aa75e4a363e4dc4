package dev.trapline.scenarios.vary;

import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds paths to an unchecked {@code vary:} and takes them out of it, wherever in it they stand. */
public final class VariedPaths {
    private VariedPaths() {}

    /** With one more axis, group of axes or sample; what it varies is varied by it alone. */
    public static Mapping with(Mapping vary, String key, Place place, LocatedNode value) {
        Mapping rest = vary;
        for (String path : paths(key, value)) {
            rest = without(rest, path);
        }
        return rest.with(key, place, value);
    }

    private static List<String> paths(String key, LocatedNode value) {
        List<String> paths = new ArrayList<>();
        if (key.equals(VaryShapes.ZIPPED)) {
            groups(value).forEach(group -> paths.addAll(group.entries().keySet()));
        } else if (key.equals(VaryShapes.LATIN_HYPERCUBE)) {
            over(value).ifPresent(over -> paths.addAll(over.entries().keySet()));
        } else {
            paths.add(key);
        }
        return paths;
    }

    /** Without a path; a group or a sample of which nothing is left goes too. */
    public static Mapping without(Mapping vary, String path) {
        Mapping rest = vary.without(path);
        LocatedNode zipped = rest.find(VaryShapes.ZIPPED).orElse(null);
        if (zipped != null && groups(zipped).stream().anyMatch(group -> group.has(path))) {
            List<LocatedNode> left = groups(zipped).stream()
                    .map(group -> (LocatedNode) group.without(path))
                    .filter(group -> !((Mapping) group).entries().isEmpty())
                    .toList();
            rest = left.isEmpty()
                    ? rest.without(VaryShapes.ZIPPED)
                    : rest.with(VaryShapes.ZIPPED, new Sequence(zipped.place(), left));
        }
        LocatedNode cube = rest.find(VaryShapes.LATIN_HYPERCUBE).orElse(null);
        if (cube instanceof Mapping sample && over(sample).filter(over -> over.has(path)).isPresent()) {
            Mapping left = over(sample).get().without(path);
            rest = left.entries().isEmpty()
                    ? rest.without(VaryShapes.LATIN_HYPERCUBE)
                    : rest.with(VaryShapes.LATIN_HYPERCUBE, sample.with(VaryShapes.OVER, left));
        }
        return rest;
    }

    private static List<Mapping> groups(LocatedNode zipped) {
        List<LocatedNode> items = zipped instanceof Sequence list ? list.items() : List.of(zipped);
        return items.stream().filter(Mapping.class::isInstance).map(Mapping.class::cast).toList();
    }

    private static Optional<Mapping> over(LocatedNode cube) {
        return cube instanceof Mapping sample
                ? sample.find(VaryShapes.OVER).filter(Mapping.class::isInstance).map(Mapping.class::cast)
                : Optional.empty();
    }
}
