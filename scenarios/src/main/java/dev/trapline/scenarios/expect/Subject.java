package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which figures an expectation is about.
 *
 * @param metric {@code GROUP.METRIC}, {@code GROUP.REQUEST.METRIC} or a metric of the machine
 * @param at what {@code platform}, {@code variant} and varied key paths must be, as written
 * @param relativeTo of which figure it is the ratio, in the same words as {@code at}; what is not named is the same; empty
 *     for the figure itself
 * @param parts the entries of a ledger that are meant, or none for a metric as a whole
 * @param shareOf {@code whole} or {@code difference}, for parts; or empty
 */
record Subject(
        String metric, Map<String, String> at, Map<String, String> relativeTo, List<LedgerPart> parts, String shareOf) {

    static Subject of(String metric, Map<String, String> at, Map<String, String> relativeTo) {
        return new Subject(metric, at, relativeTo, List.of(), "");
    }

    /** The same, but a platform without variants matches whatever the variant: for comparisons between platforms. */
    List<Results.Metric> figuresOfAll(Results results) {
        Map<String, String> others = new LinkedHashMap<>(at);
        String variant = others.remove("variant");
        List<Results.Metric> figures = new Subject(metric, others, relativeTo, parts, shareOf).figures(results);
        return variant == null
                ? figures
                : figures.stream().filter(row -> row.variant().isEmpty() || row.variant().equals(variant)).toList();
    }

    List<Results.Metric> figures(Results results) {
        if (shareOf.equals("difference")) {
            return at(ledger(results).sharesOfDifference(relativeTo), results);
        }
        List<Results.Metric> all = shareOf.equals("whole") ? ledger(results).shares() : candidates(results);
        List<Results.Metric> figures = at(all, results);
        return relativeTo.isEmpty() ? figures : Ratios.of(figures, relativeTo, all, results);
    }

    private List<Results.Metric> candidates(Results results) {
        if (!parts.isEmpty() || metric.contains(".core-time")) {
            return ledger(results).parts();
        }
        return results.metrics().stream().filter(row -> name(row).equals(metric)).toList();
    }

    private LedgerFigures ledger(Results results) {
        return new LedgerFigures(metric, parts, results);
    }

    private List<Results.Metric> at(List<Results.Metric> figures, Results results) {
        return figures.stream().filter(row -> isAt(row, results)).toList();
    }

    private static String name(Results.Metric row) {
        return dotted(row.guest()) + dotted(row.request()) + row.metric();
    }

    private static String dotted(String name) {
        return name.isEmpty() ? "" : name + ".";
    }

    private boolean isAt(Results.Metric row, Results results) {
        Map<String, String> point = point(row, results);
        return at.entrySet().stream().allMatch(wanted -> switch (wanted.getKey()) {
            case "platform" -> row.platform().equals(wanted.getValue());
            case "variant" -> row.variant().equals(wanted.getValue());
            default -> wanted.getValue().equals(point.get(wanted.getKey()));
        });
    }

    /** Whether a point has the varied values that are meant. */
    boolean holdsAt(int point, Results results) {
        Map<String, String> values = point(point, results);
        return at.entrySet().stream()
                .filter(wanted -> !wanted.getKey().equals("platform") && !wanted.getKey().equals("variant"))
                .allMatch(wanted -> wanted.getValue().equals(values.get(wanted.getKey())));
    }

    /** Whether a platform is meant, whatever its variant. */
    boolean isOf(String platform) {
        return at.getOrDefault("platform", platform).equals(platform);
    }

    static Map<String, String> point(Results.Metric row, Results results) {
        return point(row.point(), results);
    }

    private static Map<String, String> point(int index, Results results) {
        return results.points().stream()
                .filter(point -> point.index() == index)
                .findFirst()
                .map(Results.Point::at)
                .orElse(Map.of());
    }

    /** Why there may be no figures. */
    String absence(Results results) {
        Optional<Results.Unsupported> reason = results.unsupported().stream()
                .filter(row -> !row.ran() && (!at.containsKey("platform") || row.platform().equals(at.get("platform"))))
                .findFirst();
        return (parts.isEmpty() ? "no such figure" : "no such figure, or no such entry of the ledger")
                + reason.map(row -> ": " + row.sentence()).orElse("");
    }

    /** {@code hyper-v-2008 at guests.load.count 4}. */
    static String where(Results.Metric row, Results results) {
        StringBuilder words = new StringBuilder(row.platform());
        if (!row.variant().isEmpty()) {
            words.append(" (").append(row.variant()).append(')');
        }
        Map<String, String> point = point(row, results);
        String separator = " at ";
        for (Map.Entry<String, String> axis : point.entrySet()) {
            words.append(separator).append(axis.getKey()).append(' ').append(axis.getValue());
            separator = ", ";
        }
        return words.toString();
    }
}
