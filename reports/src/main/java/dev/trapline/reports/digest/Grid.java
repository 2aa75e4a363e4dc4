package dev.trapline.reports.digest;

import dev.trapline.result.AxisGroups;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The points of a run as a reader sees them: one axis that grows (a count, or else a number), drawn along charts,
 * and one {@link Setting} for each combination of the others.
 */
public final class Grid {
    private final Map<String, List<String>> axes;
    private final Set<Integer> judged;
    private final AxisGroups groups;
    private final Optional<NumericAxis> growing;
    private final Map<Integer, Map<String, String>> at = new LinkedHashMap<>();
    private final List<Setting> settings;

    /**
     * A point of a setting.
     *
     * @param value the growing axis' value as written; empty if nothing grows
     * @param number the same as a number; 0 if nothing grows
     */
    public record Stop(int point, String value, double number) {}

    /**
     * One combination of the axes that do not grow.
     *
     * @param words its values; empty if there are no such axes
     * @param stops its points, in growing order
     * @param deciding the one that the verdict speaks of
     */
    public record Setting(String words, List<Stop> stops, Stop deciding) {}

    private Grid(Results results) {
        this.axes = results.axes();
        this.judged = results.verdicts().isEmpty()
                ? limits(results)
                : results.verdicts().stream().map(Results.Verdict::point).collect(Collectors.toSet());
        this.groups = AxisGroups.of(results);
        this.growing = NumericAxis.growing(results.axes(), groups);
        results.points().forEach(point -> at.put(point.index(), point.at()));
        Map<String, List<Stop>> stops = new LinkedHashMap<>();
        results.points()
                .forEach(point -> stops.computeIfAbsent(words(point), words -> new ArrayList<>())
                        .add(stop(point)));
        this.settings = stops.entrySet().stream()
                .map(it -> setting(it.getKey(), it.getValue()))
                .toList();
    }

    /** The points of the limits that an objective's search found. */
    private static Set<Integer> limits(Results results) {
        return results.limits().stream()
                .flatMap(limit -> limit.visits().stream().filter(visit -> visit.at() == limit.value()))
                .map(Results.Visit::point)
                .collect(Collectors.toSet());
    }

    public static Grid of(Results results) {
        return new Grid(results);
    }

    /** The axis along which charts are drawn. */
    public Optional<NumericAxis> growing() {
        return growing;
    }

    public List<Setting> settings() {
        return settings;
    }

    /** The numeric axes of a sample, along which no line may be drawn: between two points all of them change. */
    public List<NumericAxis> sampled() {
        return NumericAxis.sampled(axes, groups);
    }

    /** What a point has of a varied path. */
    public String value(int point, String path) {
        return at.get(point).getOrDefault(path, "");
    }

    /** The setting that a point lies in. */
    public Optional<Setting> settingOf(int point) {
        return settings.stream()
                .filter(setting -> setting.stops().stream().anyMatch(stop -> stop.point() == point))
                .findFirst();
    }

    /** A point in words: {@code web-dynamic, 16 guests}. */
    public String words(Setting setting, Stop stop) {
        String grown = growing.map(axis -> axis.words(stop.value()) + along(axis, stop)).orElse("");
        return setting.words().isEmpty() || grown.isEmpty() ? setting.words() + grown : setting.words() + ", " + grown;
    }

    /** What changes in step with what grows. */
    private String along(NumericAxis axis, Stop stop) {
        return axis.along().stream()
                .map(path -> ", " + NumericAxis.name(path) + " " + value(stop.point(), path))
                .collect(Collectors.joining());
    }

    /** A point in words; empty if it is the only one. */
    public String words(int point) {
        return settingOf(point)
                .flatMap(setting -> setting.stops().stream()
                        .filter(stop -> stop.point() == point)
                        .map(stop -> words(setting, stop))
                        .findFirst())
                .orElse("");
    }

    private Setting setting(String words, List<Stop> stops) {
        List<Stop> sorted =
                stops.stream().sorted(Comparator.comparingDouble(Stop::number)).toList();
        Stop last = sorted.get(sorted.size() - 1);
        Stop deciding = sorted.stream()
                .filter(stop -> judged.contains(stop.point()))
                .reduce((first, second) -> second)
                .orElse(last);
        return new Setting(words, sorted, deciding);
    }

    private Stop stop(Results.Point point) {
        return growing.map(axis -> {
                    String value = point.at().getOrDefault(axis.path(), "");
                    return new Stop(point.index(), value, axis.number(value));
                })
                .orElseGet(() -> new Stop(point.index(), "", 0));
    }

    private String words(Results.Point point) {
        return axes.entrySet().stream()
                .filter(axis -> growing.stream().noneMatch(
                        grown -> axis.getKey().equals(grown.path()) || grown.along().contains(axis.getKey())))
                .map(axis ->
                        valueInWords(axis.getKey(), axis.getValue(), point.at().getOrDefault(axis.getKey(), "")))
                .collect(Collectors.joining(", "));
    }

    private String valueInWords(String path, List<String> values, String value) {
        String[] names = path.split("\\.");
        if (names.length > 1 && names[names.length - 1].equals("on")) {
            return names[names.length - 2] + " on " + value;
        }
        boolean speaksForItself = values.stream().noneMatch(NumericAxis::startsWithNumber);
        String name = groups.mates(path).isEmpty() ? NumericAxis.label(path) : NumericAxis.name(path);
        return speaksForItself ? value : name + " " + value;
    }
}
