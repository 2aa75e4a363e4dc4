package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures as ratios to their like elsewhere. */
final class Ratios {
    private Ratios() {}

    /** Each figure over the one at the other place; those without such a one, and that one itself, are left out. */
    static List<Results.Metric> of(
            List<Results.Metric> figures, Map<String, String> relativeTo, List<Results.Metric> all, Results results) {
        List<Results.Metric> ratios = new ArrayList<>();
        for (Results.Metric row : figures) {
            counterpart(row, relativeTo, all, results)
                    .filter(other -> other != row && other.mean() != 0)
                    .ifPresent(other -> ratios.add(with(row, "", row.mean() / other.mean())));
        }
        return ratios;
    }

    /** The same figure elsewhere; empty if there is none or more than one. */
    static Optional<Results.Metric> counterpart(
            Results.Metric row, Map<String, String> relativeTo, List<Results.Metric> all, Results results) {
        Map<String, String> point = new LinkedHashMap<>(Subject.point(row, results));
        Map<String, String> axes = new LinkedHashMap<>(relativeTo);
        String platform = axes.containsKey("platform") ? axes.remove("platform") : row.platform();
        String variant = axes.containsKey("variant")
                ? axes.remove("variant")
                : relativeTo.containsKey("platform") ? null : row.variant();
        point.putAll(axes);
        List<Results.Metric> found = all.stream()
                .filter(other -> isLike(row, other) && other.platform().equals(platform))
                .filter(other -> variant == null || other.variant().equals(variant))
                .filter(other -> Subject.point(other, results).equals(point))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static boolean isLike(Results.Metric row, Results.Metric other) {
        return row.guest().equals(other.guest())
                && row.request().equals(other.request())
                && row.metric().equals(other.metric());
    }

    /** The same figure with another value, without an interval. */
    static Results.Metric with(Results.Metric row, String unit, double value) {
        return new Results.Metric(
                row.platform(), row.variant(), row.point(), row.guest(), row.request(), row.metric(), unit, value, value,
                value, false, row.confidence(), row.replications(), row.text());
    }
}
