package dev.trapline.reports.digest;

import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What makes the mean request of a contender longer or shorter than the reference's: the difference of their latency ledgers
 * by cause. The parts add up to the difference of the means.
 *
 * <p>A wait for a core or in a queue grows because the work before it grew. What such waits grow by is shared among the
 * mechanisms by the core time that each adds to a request, as verdicts do it: a longer queue behind the same computing is
 * caused by the world switches that came on top. Waits that are behind no work, such as a disk's queue, are their own cause.
 *
 * @param mean the mean latency in milliseconds, as measured over requests and not as a sum of parts
 * @param causes greatest first, whichever way it goes
 */
public record Explanation(
        Contender contender,
        Contender reference,
        RequestKind kind,
        double mean,
        double referenceMean,
        List<Cause> causes) {
    private static final double ROUNDING = 1e-9;
    /** Of waits that grew though no work did. */
    private static final Where QUEUE = new Where("guest-kernel", "queue");

    /** Place and mechanism. */
    record Where(String place, String mechanism) {
        static Where of(Results.LedgerRow row) {
            return new Where(row.place(), row.mechanism());
        }
    }

    /** Milliseconds of a request more than the reference's: spent on something, and waited because of it. */
    public record Cause(String place, String mechanism, double work, double waiting) {
        public double sum() {
            return work + waiting;
        }

        /** {@code world-switch (hypervisor)}. */
        public String words() {
            return place.isEmpty() ? mechanism : mechanism + " (" + place + ")";
        }
    }

    /** How much longer the mean request is than the reference's. */
    public double difference() {
        return mean - referenceMean;
    }

    /** All parts together. */
    public double sum() {
        return causes.stream().mapToDouble(Cause::sum).sum();
    }

    /** Whether the parts add up to the difference, but for the rounding of so many sums. */
    public boolean addsUp() {
        return Math.abs(sum() - difference()) <= ROUNDING * Math.max(mean, referenceMean);
    }

    /** What is added, or if the request is shorter what is taken away; positive. */
    public double changed() {
        return causes.stream().mapToDouble(Cause::sum).filter(this::isWithDifference).map(Math::abs).sum();
    }

    /** Whether a part goes the way that the difference goes. */
    public boolean isWithDifference(double part) {
        return difference() >= 0 ? part > 0 : part < 0;
    }

    /** Of each contender and kind of request at one point; what services do for others is part of those who ask. */
    public static List<Explanation> of(Digest digest, int point) {
        List<Explanation> explanations = new ArrayList<>();
        digest.reference().ifPresent(reference -> {
            List<Results.LedgerRow> rows = digest.results().ledgers().stream()
                    .filter(row -> row.ledger().equals("latency") && row.point() == point)
                    .filter(row -> digest.judgedGuests().contains(row.guest()))
                    .toList();
            for (RequestKind kind : RequestKind.of(rows)) {
                for (Contender contender : digest.contenders().all()) {
                    of(digest, contender, reference, kind, rows, point).ifPresent(explanations::add);
                }
            }
        });
        return explanations;
    }

    private static Optional<Explanation> of(
            Digest digest,
            Contender contender,
            Contender reference,
            RequestKind kind,
            List<Results.LedgerRow> rows,
            int point) {
        Optional<Double> mean = mean(digest, contender, kind, point);
        Optional<Double> referenceMean = mean(digest, reference, kind, point);
        if (contender.equals(reference) || mean.isEmpty() || referenceMean.isEmpty()) {
            return Optional.empty();
        }
        Map<Where, Cause> causes = new LinkedHashMap<>();
        double behindWork = add(causes, rows, contender, kind, 1) + add(causes, rows, reference, kind, -1);
        Map<Where, Double> added = CoreTimePerRequest.added(digest, contender, reference, point, kind.guest());
        share(causes, behindWork, added);
        List<Cause> greatestFirst = causes.values().stream()
                .sorted(Comparator.comparingDouble((Cause cause) -> Math.abs(cause.sum()))
                        .reversed())
                .toList();
        return Optional.of(
                new Explanation(contender, reference, kind, mean.get(), referenceMean.get(), greatestFirst));
    }

    private static Optional<Double> mean(Digest digest, Contender contender, RequestKind kind, int point) {
        return digest.results().metrics().stream()
                .filter(it -> it.metric().equals("latency.mean") && it.point() == point)
                .filter(it -> contender.owns(it.platform(), it.variant()))
                .filter(it -> it.guest().equals(kind.guest()) && it.request().equals(kind.request()))
                .map(Results.Metric::mean)
                .findFirst();
    }

    /** Adds the entries of one contender, all but the waits behind work, whose sum it returns. */
    private static double add(
            Map<Where, Cause> causes,
            List<Results.LedgerRow> rows,
            Contender contender,
            RequestKind kind,
            int sign) {
        double behindWork = 0;
        for (Results.LedgerRow row : rows) {
            if (contender.owns(row.platform(), row.variant()) && kind.equals(RequestKind.of(row))) {
                double value = sign * row.value();
                if (!row.occupier().isEmpty()) {
                    behindWork += value;
                } else if (Ledgers.isWaiting(row)) {
                    merge(causes, Where.of(row), 0, value);
                } else {
                    merge(causes, Where.of(row), value, 0);
                }
            }
        }
        return behindWork;
    }

    private static void share(Map<Where, Cause> causes, double behindWork, Map<Where, Double> added) {
        double sum = added.values().stream().mapToDouble(it -> Math.max(0, it)).sum();
        if (sum == 0) {
            merge(causes, QUEUE, 0, behindWork);
            return;
        }
        added.forEach((where, milliseconds) -> {
            if (milliseconds > 0) {
                merge(causes, where, 0, behindWork * milliseconds / sum);
            }
        });
    }

    private static void merge(Map<Where, Cause> causes, Where where, double work, double waiting) {
        causes.merge(
                where,
                new Cause(where.place(), where.mechanism(), work, waiting),
                (one, other) -> new Cause(
                        where.place(), where.mechanism(), one.work() + other.work(), one.waiting() + other.waiting()));
    }
}
