package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.reports.digest.Grid;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What queueing formulas say beside the simulation: ends that no simulated figure may pass, and solutions where there are any.
 *
 * @param summary how many figures have bounds and whether they keep them; empty if nothing was asked of the formulas
 * @param rows one for each platform and guest group at the deciding points, and wherever else a bound is passed
 * @param left what has no row, in words; empty if nothing
 * @param reasons why the rest has no solution, each once
 */
public record BoundSection(String summary, List<Row> rows, String left, List<String> reasons) {
    private static final int MOST_ROWS = 200;
    private static final int MOST_REASONS = 5;
    private static final int DIGITS = 4;

    private static final String KEPT = "kept";
    private static final String PASSED = "passed";
    private static final String UNSEEN = "no figure";

    /** How far a mean may pass a bound by rounding of demands and the ends of a run. */
    private static final double TOLERANCE = 1e-3;

    /**
     * One group of guests on one platform.
     *
     * @param throughput simulated, with its interval; {@code atMost} its bound, {@code solved} the formula's figure
     * @param limit what bounds it
     * @param kept whether the simulated figures lie within their bounds, by the interval's nearer end, in a word
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
            String kept,
            String tone) {}

    public boolean isEmpty() {
        return summary.isEmpty();
    }

    static BoundSection of(Digest digest) {
        List<Results.Bound> all = digest.results().bounds();
        if (all.isEmpty()) {
            return new BoundSection("", List.of(), "", List.of());
        }
        List<Integer> deciding =
                digest.grid().settings().stream().map(Grid.Setting::deciding).map(Grid.Stop::point).toList();
        List<Results.Bound> bounded =
                all.stream().filter(Results.Bound::bounded).toList();
        List<Row> passed = new ArrayList<>();
        List<Row> others = new ArrayList<>();
        for (Contender contender : digest.contenders().all()) {
            for (Results.Bound it : bounded) {
                if (contender.owns(it.platform(), it.variant())) {
                    if (kept(digest, it).equals(PASSED)) {
                        passed.add(row(digest, contender, it));
                    } else if (deciding.contains(it.point())) {
                        others.add(row(digest, contender, it));
                    }
                }
            }
        }
        List<Row> rows = new ArrayList<>(passed);
        others.stream().limit(Math.max(0, MOST_ROWS - passed.size())).forEach(rows::add);
        List<String> reasons =
                all.stream().flatMap(it -> it.reasons().stream()).distinct().limit(MOST_REASONS).toList();
        boolean isFull = rows.size() < passed.size() + others.size();
        return new BoundSection(
                summary(digest, all, bounded), rows, left(bounded.size() - rows.size(), isFull), reasons);
    }

    private static String left(int left, boolean isFull) {
        return left == 0
                ? ""
                : left + (left == 1 ? " more case" : " more cases") + ", none of which passes a bound, "
                        + (left == 1 ? "is" : "are") + " in results.json: "
                        + (isFull ? "the rest had no room here." : "here stand the points that decide.");
    }

    private static String summary(Digest digest, List<Results.Bound> all, List<Results.Bound> bounded) {
        if (bounded.isEmpty()) {
            return "Queueing formulas give none here.";
        }
        List<String> words = bounded.stream().map(it -> kept(digest, it)).toList();
        int passed = Collections.frequency(words, PASSED);
        int unseen = Collections.frequency(words, UNSEEN);
        int compared = bounded.size() - unseen;
        long solved = bounded.stream().filter(Results.Bound::solved).count();
        return bounded.size() + " of " + all.size() + " cases have bounds by queueing formulas, from the demands of one request alone; "
                + (compared == 0
                        ? "the simulation has a figure for none of them"
                        : compared + " compared with the simulation, which keeps " + (passed == 0 ? "all" : compared - passed)
                                + (passed == 0 ? "" : " and passes " + passed)
                                + (unseen == 0 ? "" : "; " + unseen + " without a simulated figure"))
                + ". " + (solved == 0 ? "None has" : solved + (solved == 1 ? " has" : " have")) + " a product-form solution too.";
    }

    private static Row row(Digest digest, Contender contender, Results.Bound it) {
        String where = digest.grid().words(it.point());
        String kept = kept(digest, it);
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
                kept,
                kept.equals(PASSED) ? "worse" : kept.equals(KEPT) ? "better" : "open");
    }

    private static String kept(Digest digest, Results.Bound it) {
        Optional<Results.Metric> throughput = metric(digest, it, "throughput");
        Optional<Results.Metric> latency = metric(digest, it, "latency.mean");
        boolean isPassed = throughput.filter(found -> found.low() > it.throughputAtMost() * (1 + TOLERANCE)).isPresent()
                || latency.filter(found -> found.high() < it.latencyAtLeast() * (1 - TOLERANCE)).isPresent();
        return isPassed ? PASSED : throughput.isEmpty() && latency.isEmpty() ? UNSEEN : KEPT;
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
