package dev.trapline.run;

import dev.trapline.result.AxisGroups;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PointSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The points of an experiment seen as settings, along each of which one axis grows: usually the number of guests. */
final class Grid {
    private final Optional<String> growing;
    private final AxisGroups groups;
    private final Map<String, List<PointSpec>> settings = new LinkedHashMap<>();

    Grid(Experiment experiment) {
        groups = AxisGroups.of(
                List.copyOf(experiment.axes().keySet()), experiment.points().stream().map(PointSpec::at).toList());
        growing = growingAxis(experiment.axes());
        for (PointSpec point : experiment.points()) {
            settings.computeIfAbsent(setting(point), name -> new ArrayList<>()).add(point);
        }
        settings.values().forEach(points -> points.sort((a, b) -> Long.compare(size(a), size(b))));
    }

    private Optional<String> growingAxis(Map<String, List<String>> axes) {
        List<String> whole = axes.entrySet().stream()
                .filter(axis -> groups.canGrow(axis.getKey()))
                .filter(axis -> axis.getValue().stream().allMatch(value -> value.matches("[0-9]{1,9}")))
                .map(Map.Entry::getKey)
                .toList();
        return whole.stream()
                .filter(path -> path.endsWith(".count"))
                .findFirst()
                .or(() -> whole.stream().reduce((first, second) -> second));
    }

    /** The values of the axes that neither grow nor go along with what grows, in words; empty if there are none. */
    String setting(PointSpec point) {
        return point.at().entrySet().stream()
                .filter(axis -> growing.stream().noneMatch(
                        path -> axis.getKey().equals(path) || groups.mates(path).contains(axis.getKey())))
                .map(this::inWords)
                .collect(Collectors.joining(", "));
    }

    /**
     * Of paths that change together in no order each is named, for there are many of them; a host alone does not say who is placed on it;
     * other values speak for themselves.
     */
    private String inWords(Map.Entry<String, String> axis) {
        String value = axis.getValue();
        String[] names = axis.getKey().split("\\.");
        if (names.length > 1 && names[names.length - 1].equals("on")) {
            return names[names.length - 2] + " on " + value;
        }
        boolean number = Character.isDigit(value.charAt(0));
        return groups.mates(axis.getKey()).isEmpty() || !number
                ? value
                : axis.getKey().substring(axis.getKey().indexOf('.') + 1).replace('.', ' ') + " " + value;
    }

    /** The value of the growing axis, or 1. */
    long size(PointSpec point) {
        return growing.map(path -> Long.parseLong(point.at().get(path))).orElse(1L);
    }

    /** What grows, in a word: {@code guests} for a count. */
    String sizeInWords(PointSpec point) {
        if (growing.isEmpty()) {
            return "";
        }
        String path = growing.get();
        String last = path.substring(path.lastIndexOf('.') + 1);
        long size = size(point);
        return size + " " + (last.equals("count") ? size == 1 ? "guest" : "guests" : last);
    }

    /** The settings with their points, smallest first. */
    Map<String, List<PointSpec>> settings() {
        return settings;
    }

    boolean grows() {
        return growing.isPresent();
    }
}
