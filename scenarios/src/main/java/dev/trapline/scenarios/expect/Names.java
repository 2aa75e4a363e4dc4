package dev.trapline.scenarios.expect;

import dev.trapline.result.AxisGroups;
import dev.trapline.scenarios.text.Wording;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the expectations of a scenario may name.
 *
 * @param executors the executors of all platforms, which have figures too
 * @param natives those of the platforms that are no hypervisor
 * @param axes the varied paths with their values as written
 * @param points what the varied paths are at each point
 */
public record Names(
        List<String> groups,
        Set<String> executors,
        List<String> platforms,
        Set<String> natives,
        List<String> variants,
        Map<String, List<String>> axes,
        List<Map<String, String>> points) {

    /** The first words of metrics that belong to the machine, not to a group of guests. */
    private static final List<String> MACHINE = List.of(
            "cpu", "core", "disk", "nic", "exits", "limit", "limited-by", "driver-domain", "host", "hosts", "machine");

    /** What an expectation names that this run has not: a group, a platform, a path or one of its values. */
    Optional<String> missing(Expectation expectation) {
        Subject subject = expectation.subject();
        boolean ofNobody = expectation.expected() instanceof RefusedExpected;
        return (ofNobody ? Optional.<String>empty() : owner(subject.metric()))
                .or(() -> at(subject.at()))
                .or(() -> at(subject.relativeTo()))
                .or(() -> platforms(expectation.expected()))
                .or(() -> path(expectation.expected()))
                .or(() -> shape(expectation));
    }

    private Optional<String> owner(String metric) {
        boolean known = groups.stream().anyMatch(group -> metric.startsWith(group + "."))
                || executors.stream().anyMatch(executor -> metric.startsWith(executor + "."))
                || MACHINE.stream().anyMatch(head -> metric.equals(head) || metric.startsWith(head + "."));
        String head = metric.contains(".") ? metric.substring(0, metric.indexOf('.')) : metric;
        return known ? Optional.empty() : unknown("guest group", head, groups);
    }

    private Optional<String> at(Map<String, String> at) {
        for (Map.Entry<String, String> wanted : at.entrySet()) {
            String key = wanted.getKey();
            List<String> known = of(key);
            if (known == null) {
                return unknown("varied path", key, List.copyOf(axes.keySet()));
            }
            if (!known.contains(wanted.getValue())) {
                return unknown(axes.containsKey(key) ? "value of " + key : key, wanted.getValue(), known);
            }
        }
        return Optional.empty();
    }

    private List<String> of(String key) {
        return key.equals("platform") ? platforms : key.equals("variant") ? variants : axes.get(key);
    }

    private Optional<String> platforms(Expected expected) {
        List<String> labels = expected instanceof OrderExpected order ? order.labels() : List.of();
        return labels.stream()
                .filter(label -> !platforms.contains(label))
                .findFirst()
                .flatMap(label -> unknown("platform", label, platforms));
    }

    private Optional<String> path(Expected expected) {
        boolean gone = expected instanceof ShapeExpected shape && !axes.containsKey(shape.form().path());
        return gone
                ? unknown("varied path", ((ShapeExpected) expected).form().path(), List.copyOf(axes.keySet()))
                : Optional.empty();
    }

    /** Where the other paths differ from point to point, as in a sample, no two figures stand on one curve. */
    private Optional<String> shape(Expectation expectation) {
        if (!(expectation.expected() instanceof ShapeExpected shape)) {
            return Optional.empty();
        }
        String path = shape.form().path();
        AxisGroups groups = AxisGroups.of(List.copyOf(axes.keySet()), points);
        Map<String, String> at = expectation.subject().at();
        Map<Map<String, String>, Set<String>> curves = new LinkedHashMap<>();
        points.stream().filter(point -> isAt(point, at)).forEach(point -> {
            Map<String, String> others = ShapeExpected.others(path, point, groups);
            curves.computeIfAbsent(others, first -> new LinkedHashSet<>()).add(point.get(path));
        });
        boolean any = points.isEmpty() || curves.values().stream().anyMatch(values -> values.size() > 1);
        return any
                ? Optional.empty()
                : Optional.of("no two points differ in " + path + " alone, so that there is no shape over it");
    }

    private static boolean isAt(Map<String, String> point, Map<String, String> at) {
        return at.entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(point.getOrDefault(wanted.getKey(), wanted.getValue())));
    }

    private static Optional<String> unknown(String what, String got, List<String> known) {
        String near = Wording.didYouMean(got, known);
        return Optional.of("no " + what + " of this scenario is " + Wording.quoted(got)
                + (near.isEmpty() && !known.isEmpty() ? "; there is " + String.join(", ", known) : near));
    }
}
