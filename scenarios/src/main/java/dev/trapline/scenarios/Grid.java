package dev.trapline.scenarios;

import dev.trapline.scenarios.text.Place;
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
import java.util.Set;

/** All combinations of the varied values, the last path fastest. */
final class Grid {
    static final int MOST_POINTS = 10_000;
    private static final List<String> VARIED = List.of("machine", "guests", "platforms", "hosts", "network", "tiles");

    private final Map<String, List<LocatedNode>> axes;

    private Grid(Map<String, List<LocatedNode>> axes) {
        this.axes = axes;
    }

    /** Reads the checked {@code vary:} of a scenario. */
    static Grid of(Mapping scenario, Problems problems) {
        Map<String, List<LocatedNode>> axes = new LinkedHashMap<>();
        if (scenario.find("vary").orElse(null) instanceof Mapping vary) {
            long points = 1;
            for (Map.Entry<String, Entry> axis : vary.entries().entrySet()) {
                List<LocatedNode> values = ((Sequence) axis.getValue().value()).items();
                refuse(axis.getKey(), axis.getValue().place(), values, problems);
                axes.put(axis.getKey(), values);
                points = Math.min(points * Math.max(1, values.size()), 1_000_000_000L);
            }
            if (points > MOST_POINTS) {
                problems.add(vary.place(), "vary", "must give at most 10,000 points, got " + points
                        + (points == 1_000_000_000L ? " or more" : ""));
            }
        }
        return new Grid(axes);
    }

    /** The same with one axis more, the fastest, whose values differ; its path must be one that can vary. */
    Grid with(String path, List<LocatedNode> values, Problems problems) {
        Place place = values.get(0).place();
        if (axes.containsKey(path)) {
            problems.add(place, "objective.largest", "is varied as well, got " + Wording.quoted(path));
        }
        refuse(path, place, values, problems);
        Map<String, List<LocatedNode>> more = new LinkedHashMap<>(axes);
        more.put(path, values);
        long points = (long) size() * values.size();
        if (points > MOST_POINTS) {
            problems.add(place, "objective", "must give at most 10,000 points together with vary, got " + points);
        }
        return new Grid(more);
    }

    private static void refuse(String path, Place place, List<LocatedNode> values, Problems problems) {
        Set<String> seen = new LinkedHashSet<>();
        for (LocatedNode value : values) {
            if (!seen.add(((Scalar) value).text())) {
                problems.add(value.place(), "vary", "values must differ, got " + value.inWords() + " twice");
            }
        }
        if (values.isEmpty()) {
            problems.add(place, "vary", "needs at least one value for " + Wording.quoted(path));
        }
        boolean varies = path.equals("machine") || path.equals("tiles") || VARIED.stream().anyMatch(section -> path.startsWith(section + "."));
        if (!varies) {
            problems.add(place, "vary", "can vary the machine, hosts, the network, platforms, guests and tiles, got "
                    + Wording.quoted(path) + Wording.didYouMean(path, VARIED));
        }
    }

    /** The first value of each path. */
    Map<String, LocatedNode> first() {
        return point(0);
    }

    int size() {
        int size = 1;
        for (List<LocatedNode> values : axes.values()) {
            size *= values.size();
        }
        return size;
    }

    /** The values of a point, by path. */
    Map<String, LocatedNode> point(int index) {
        List<String> paths = new ArrayList<>(axes.keySet());
        Map<String, LocatedNode> reversed = new LinkedHashMap<>();
        int rest = index;
        for (int i = paths.size() - 1; i >= 0; i--) {
            List<LocatedNode> values = axes.get(paths.get(i));
            reversed.put(paths.get(i), values.get(rest % values.size()));
            rest /= values.size();
        }
        Map<String, LocatedNode> point = new LinkedHashMap<>();
        paths.forEach(path -> point.put(path, reversed.get(path)));
        return point;
    }

    /** The varied paths with their values as written. */
    Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        axes.forEach((path, values) -> texts.put(path, values.stream().map(Grid::text).toList()));
        return texts;
    }

    static String text(LocatedNode value) {
        return ((Scalar) value).text();
    }
}
