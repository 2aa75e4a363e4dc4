package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.reports.digest.Grid;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What queueing formulas say beside the simulation: ends that no simulated figure may pass, and solutions where there are any.
 *
 * @param summary how many figures have bounds and whether they keep them; empty if nothing was asked of the formulas
 * @param rows one for each platform and guest group at the deciding points
 * @param reasons why the rest has no solution, each once
 */
public record BoundSection(String summary, List<Row> rows, List<String> reasons) {
    private static final int MOST_ROWS = 200;
    private static final int MOST_REASONS = 5;
    private static final int DIGITS = 4;

    /** How far a mean may pass a bound by rounding of demands and the ends of a run. */
    private static final double TOLERANCE = 1e-3;

    /**
     * One group of guests on one platform.
     *
     * @param throughput simulated, with its interval; {@code atMost} its bound, {@code solved} the formula's figure
     * @param limit what bounds it
     * @param kept whether both simulated figures lie within their bounds, by the interval's nearer end
     */
    public record Row(
            String at,
            String platform,
            String throughput,
            String atMost,
            String solvedThroughput,
            String latency,
            String atLeast,
            String solvedLatency,
            String limit,
            String method,
            boolean kept) {}

    public boolean isEmpty() {
        return summary.isEmpty();
    }

    static BoundSection of(Digest digest) {
        List<Results.Bound> all = digest.results().bounds();
        if (all.isEmpty()) {
            return new BoundSection("", List.of(), List.of());
        }
        List<Integer> deciding =
                digest.grid().settings().stream().map(Grid.Setting::deciding).map(Grid.Stop::point).toList();
        List<Row> rows = new ArrayList<>();
        List<Results.Bound> bounded =
                all.stream().filter(Results.Bound::bounded).toList();
        for (Contender contender : digest.contenders().all()) {
            bounded.stream()
                    .filter(it -> contender.owns(it.platform(), it.variant()) && deciding.contains(it.point()))
                    .forEach(it -> rows.add(row(digest, contender, it)));
        }
        List<String> reasons =
                all.stream().flatMap(it -> it.reasons().stream()).distinct().limit(MOST_REASONS).toList();
        return new BoundSection(summary(digest, all, bounded), rows.stream().limit(MOST_ROWS).toList(), reasons);
    }

    private static String summary(Digest digest, List<Results.Bound> all, List<Results.Bound> bounded) {
        if (bounded.isEmpty()) {
            return "Queueing formulas give none here.";
        }
        long broken = bounded.stream().filter(it -> !isKept(digest, it)).count();
        long solved = bounded.stream().filter(Results.Bound::solved).count();
        return bounded.size() + " of " + all.size() + " cases have bounds by queueing formulas, from the demands of one request alone; "
                + (broken == 0 ? "the simulation keeps all of them" : "the simulation passes " + broken + " of them")
                + ". " + (solved == 0 ? "None has" : solved + (solved == 1 ? " has" : " have")) + " an exact solution too.";
    }

    private static Row row(Digest digest, Contender contender, Results.Bound it) {
        String where = digest.grid().words(it.point());
        boolean isOneOfMany = digest.guests().size() > 1;
        return new Row(
                isOneOfMany ? (where.isEmpty() ? it.guest() : where + ", " + it.guest()) : where,
                contender.name(),
                interval(metric(digest, it, "throughput")),
                Figures.value(it.throughputAtMost(), DIGITS),
                it.solved() ? Figures.value(it.throughput(), DIGITS) : Figures.NONE,
                interval(metric(digest, it, "latency.mean")),
                Figures.value(it.latencyAtLeast(), DIGITS),
                it.solved() ? Figures.value(it.latencyMean(), DIGITS) : Figures.NONE,
                it.limit(),
                it.method(),
                isKept(digest, it));
    }

    private static boolean isKept(Digest digest, Results.Bound it) {
        boolean throughput = metric(digest, it, "throughput")
                .map(found -> found.low() <= it.throughputAtMost() * (1 + TOLERANCE))
                .orElse(true);
        boolean latency = metric(digest, it, "latency.mean")
                .map(found -> found.high() >= it.latencyAtLeast() * (1 - TOLERANCE))
                .orElse(true);
        return throughput && latency;
    }

    private static String interval(Optional<Results.Metric> metric) {
        return metric.map(it -> Figures.interval(it.mean(), it.low(), it.high())).orElse(Figures.NONE);
    }

    /** The figure in the unit of the bounds. */
    private static Optional<Results.Metric> metric(Digest digest, Results.Bound it, String name) {
        return digest.contenders().all().stream()
                .filter(contender -> contender.owns(it.platform(), it.variant()))
                .findFirst()
                .flatMap(contender -> digest.metric(contender, it.point(), it.guest(), name))
                .filter(metric -> metric.unit().equals(name.equals("throughput") ? "/s" : "ms"));
    }
}
