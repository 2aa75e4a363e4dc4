package dev.trapline.scenarios.vary;

import dev.trapline.scenarios.text.Place;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.text.Wording;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Entry;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a checked {@code vary:} into bundles. Single axes and those in step keep their order, groups of axes in step come after
 * the single ones, and the hypercube comes last.
 */
final class GridReader {
    private static final List<String> VARIED = List.of("machine", "guests", "platforms", "hosts", "network", "tiles");

    private final Problems problems;
    private final List<Problem> warnings;
    private final Map<String, Place> places = new LinkedHashMap<>();

    GridReader(Problems problems, List<Problem> warnings) {
        this.problems = problems;
        this.warnings = warnings;
    }

    /** Where each path stands, once the bundles are read. */
    Map<String, Place> places() {
        return places;
    }

    List<Bundle> bundles(Mapping vary) {
        List<Bundle> bundles = new ArrayList<>();
        for (Map.Entry<String, Entry> axis : vary.without(VaryShapes.ZIPPED, VaryShapes.LATIN_HYPERCUBE).entries().entrySet()) {
            List<Scalar> values = axis(axis.getKey(), axis.getValue());
            refuseTwins(values);
            bundles.add(new Bundle(Map.of(axis.getKey(), values)));
        }
        LocatedNode zipped = vary.find(VaryShapes.ZIPPED).orElse(null);
        List<LocatedNode> groups =
                zipped instanceof Sequence list ? list.items() : zipped == null ? List.of() : List.of(zipped);
        groups.forEach(group -> zipped((Mapping) group).ifPresent(bundles::add));
        vary.find(VaryShapes.LATIN_HYPERCUBE).flatMap(cube -> hypercube((Mapping) cube)).ifPresent(bundles::add);
        return bundles;
    }

    private List<Scalar> axis(String path, Entry entry) {
        claim(path, entry.place());
        List<Scalar> values = entry.value() instanceof Sequence list
                ? list.items().stream().map(Scalar.class::cast).toList()
                : new Range((Mapping) entry.value(), "vary." + path, problems).values();
        if (values.isEmpty() && entry.value() instanceof Sequence) {
            problems.add(entry.place(), "vary", "needs at least one value for " + Wording.quoted(path));
        }
        return values;
    }

    /** Each path is varied once, and is one that can be. */
    private void claim(String path, Place place) {
        Place other = places.putIfAbsent(path, place);
        if (other != null) {
            problems.add(place, "vary", Wording.quoted(path) + " is varied twice, here and at " + other);
        }
        refuseFixed(path, place, problems);
    }

    static void refuseFixed(String path, Place place, Problems problems) {
        boolean varies = path.equals("machine") || path.equals("tiles") || VARIED.stream().anyMatch(section -> path.startsWith(section + "."));
        if (!varies) {
            problems.add(place, "vary", "can vary the machine, hosts, the network, platforms, guests and tiles, got "
                    + Wording.quoted(path) + Wording.didYouMean(path, VARIED));
        }
    }

    private void refuseTwins(List<Scalar> values) {
        Set<String> seen = new LinkedHashSet<>();
        for (Scalar value : values) {
            if (!seen.add(value.text())) {
                problems.add(value.place(), "vary", "values must differ, got " + value.inWords() + " twice");
            }
        }
    }

    private Optional<Bundle> zipped(Mapping group) {
        Map<String, List<Scalar>> columns = new LinkedHashMap<>();
        Optional<String> first = group.entries().keySet().stream().findFirst();
        if (first.isEmpty()) {
            problems.add(group.place(), "vary.zipped", "needs at least one path");
            return Optional.empty();
        }
        int before = problems.count();
        group.entries().forEach((path, entry) -> {
            columns.put(path, axis(path, entry));
            int due = columns.get(first.get()).size();
            int rows = columns.get(path).size();
            if (rows != due && rows > 0 && due > 0) {
                problems.add(entry.place(), "vary.zipped", "axes in step must have equally many values, got " + rows + " of "
                        + Wording.quoted(path) + " and " + due + " of " + Wording.quoted(first.get()));
            }
        });
        if (problems.count() > before) {
            return Optional.empty();
        }
        Bundle bundle = new Bundle(columns);
        refuseTwinRows(bundle, group);
        return Optional.of(bundle);
    }

    private void refuseTwinRows(Bundle bundle, Mapping group) {
        Set<List<String>> seen = new LinkedHashSet<>();
        for (int row = 0; row < bundle.rows(); row++) {
            if (!seen.add(bundle.texts(row))) {
                problems.add(group.place(), "vary.zipped", "points must differ, got " + String.join(", ", bundle.texts(row)) + " twice");
            }
        }
    }

    private Optional<Bundle> hypercube(Mapping cube) {
        Mapping over = (Mapping) cube.find(VaryShapes.OVER).orElseThrow();
        if (over.entries().isEmpty()) {
            problems.add(over.place(), "vary.latin-hypercube.over", "needs at least one path");
            return Optional.empty();
        }
        int before = problems.count();
        over.entries().forEach((path, entry) -> claim(path, entry.place()));
        Map<String, List<Scalar>> columns = new Hypercube(cube, problems).columns();
        if (problems.count() > before) {
            return Optional.empty();
        }
        Bundle all = new Bundle(columns);
        Bundle bundle = all.distinct();
        if (bundle.rows() < all.rows()) {
            warnings.add(new Problem(cube.place(), "vary.latin-hypercube", "of " + all.rows() + " points only " + bundle.rows()
                    + " differ, and each is run once; whole numbers and lists have few values"));
        }
        return Optional.of(bundle);
    }
}
