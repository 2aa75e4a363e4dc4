package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Parts of a ledger as figures: {@code OWNER.latency.mean} of the mean request's latency in ms, {@code OWNER.core-time} of
 * the cores' time in percent of one core, {@code OWNER.core-time.per-request} of it in ms for each request.
 */
final class LedgerFigures {
    private static final String LATENCY = ".latency.mean";
    private static final String CORE_TIME = ".core-time";
    private static final String PER_REQUEST = ".core-time.per-request";

    private record Where(String platform, String variant, int point) {}

    /** A part of a whole. */
    private record Slice(Results.Metric part, double whole) {
        Results.Metric share() {
            return Ratios.with(part, "%", 100 * part.mean() / whole);
        }
    }

    private final String owner;
    private final String ending;
    private final List<LedgerPart> parts;
    private final Results results;

    LedgerFigures(String metric, List<LedgerPart> parts, Results results) {
        this.ending = ending(metric).orElseThrow();
        this.owner = metric.substring(0, metric.length() - ending.length());
        this.parts = parts;
        this.results = results;
    }

    /** What a metric with parts ends with; empty if it has none. */
    static Optional<String> ending(String metric) {
        return List.of(LATENCY, PER_REQUEST, CORE_TIME).stream().filter(metric::endsWith).findFirst();
    }

    /** The parts themselves, at each platform, variant and point. */
    List<Results.Metric> parts() {
        return slices().stream().map(Slice::part).toList();
    }

    /** The parts as shares of the whole. */
    List<Results.Metric> shares() {
        return slices().stream().filter(slice -> slice.whole() > 0).map(Slice::share).toList();
    }

    /** Of what the whole is more (or less) than elsewhere, the share that the parts are more (or less). */
    List<Results.Metric> sharesOfDifference(Map<String, String> elsewhere) {
        List<Slice> slices = slices();
        List<Results.Metric> figures = new ArrayList<>();
        for (Slice slice : slices) {
            Optional<Results.Metric> other = Ratios.counterpart(slice.part(), elsewhere, parts(), results);
            Optional<Slice> that = slices.stream().filter(it -> other.isPresent() && it.part().equals(other.get())).findFirst();
            if (that.isPresent() && that.get().whole() != slice.whole()) {
                double more = slice.part().mean() - that.get().part().mean();
                figures.add(Ratios.with(slice.part(), "%", 100 * more / (slice.whole() - that.get().whole())));
            }
        }
        return figures;
    }

    /** None if nothing anywhere is such an entry: then its name is wrong. */
    private List<Slice> slices() {
        Map<Where, double[]> sums = new LinkedHashMap<>();
        boolean occurs = false;
        for (Results.LedgerRow row : results.ledgers()) {
            if (row.ledger().equals(ending.equals(LATENCY) ? "latency" : "cycles") && isOwners(row)) {
                double[] sum = sums.computeIfAbsent(
                        new Where(row.platform(), row.variant(), row.point()), where -> new double[2]);
                boolean inPart = parts.isEmpty() || parts.stream().anyMatch(part -> part.holds(row));
                sum[0] += inPart ? row.value() : 0;
                sum[1] += row.value();
                occurs |= inPart;
            }
        }
        List<Slice> slices = new ArrayList<>();
        if (occurs) {
            sums.forEach((where, sum) -> scale(where).ifPresent(scale -> slices.add(slice(where, sum, scale))));
        }
        return slices;
    }

    /** Cycles of a group are counted for each host that it is on: all of them, unless the owner names a host. */
    private boolean isOwners(Results.LedgerRow row) {
        return row.guest().equals(owner) || row.ledger().equals("cycles") && row.guest().endsWith("/" + owner);
    }

    private Slice slice(Where where, double[] sum, double scale) {
        double part = sum[0] * scale;
        String metric = ending.substring(1);
        String unit = ending.equals(CORE_TIME) ? "%" : "ms";
        return new Slice(
                new Results.Metric(
                        where.platform(), where.variant(), where.point(), owner, "", metric, unit, part, part, part, false,
                        results.settings() == null ? 0 : results.settings().confidence(), 0, ""),
                sum[1] * scale);
    }

    /** From the unit of the ledger (ms per request, core-ms per second) to that of the figure. */
    private Optional<Double> scale(Where where) {
        if (!ending.equals(PER_REQUEST)) {
            return Optional.of(ending.equals(CORE_TIME) ? 0.1 : 1.0);
        }
        return results.metrics().stream()
                .filter(row -> row.guest().equals(owner) && row.request().isEmpty() && row.metric().equals("throughput"))
                .filter(row -> new Where(row.platform(), row.variant(), row.point()).equals(where))
                .filter(row -> row.unit().equals("/s") && row.mean() > 0)
                .map(row -> 1 / row.mean())
                .findFirst();
    }
}
