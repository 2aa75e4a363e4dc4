package dev.trapline.reports.chart;

import dev.trapline.reports.chart.ChartDescription.Axis;
import dev.trapline.reports.chart.ChartDescription.Form;
import dev.trapline.reports.chart.ChartDescription.Pattern;
import dev.trapline.reports.chart.ChartDescription.Series;
import dev.trapline.reports.chart.ChartDescription.Spacing;
import dev.trapline.reports.chart.ChartDescription.Tick;
import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * How latency is distributed, drawn in two ways: latency over the share of requests, spaced so that each nine (90 %, 99 %,
 * 99.9 %) takes the same room; and the share over latency, the cumulative distribution.
 */
final class DistributionCharts {
    private static final double LAST_SHARE = 0.9999;
    private static final List<Tick> MARKS = List.of(
            mark(0, "0 %"),
            mark(0.5, "50 %"),
            mark(0.9, "90 %"),
            mark(0.95, "95 %"),
            mark(0.99, "99 %"),
            mark(0.999, "99.9 %"),
            mark(0.9999, "99.99 %"));

    private final Digest digest;

    DistributionCharts(Digest digest) {
        this.digest = digest;
    }

    ChartDescription byShare(String id, String title, String setting, int point, String guest, String request) {
        List<Optional<Results.Curve>> curves = curves(point, guest, request);
        TreeSet<Double> shares = new TreeSet<>();
        curves.forEach(curve -> curve.ifPresent(
                it -> it.shares().stream().filter(share -> share <= LAST_SHARE).forEach(shares::add)));
        List<Series> series = series(curves, List.copyOf(shares), DistributionCharts::latencyAt);
        Axis y = Scales.values("latency", "ms", series, true);
        List<Double> positions =
                shares.stream().map(DistributionCharts::position).toList();
        return new ChartDescription(id, title, setting, Form.CURVES, nines(positions), y, positions, series);
    }

    ChartDescription byLatency(String id, String title, String setting, int point, String guest, String request) {
        List<Optional<Results.Curve>> curves = curves(point, guest, request);
        TreeSet<Double> latencies = new TreeSet<>();
        curves.forEach(curve -> curve.ifPresent(it -> latencies.addAll(it.milliseconds())));
        List<Double> positions = List.copyOf(latencies);
        List<Series> series = series(curves, positions, DistributionCharts::percentAt);
        Axis x = Scales.along("latency", "ms", positions);
        Axis y = Scales.values("share of requests", "%", series, false);
        return new ChartDescription(id, title, setting, Form.CURVES, x, y, positions, series);
    }

    private List<Optional<Results.Curve>> curves(int point, String guest, String request) {
        return digest.contenders().all().stream()
                .map(contender -> curve(contender, point, guest, request))
                .toList();
    }

    private Optional<Results.Curve> curve(Contender contender, int point, String guest, String request) {
        return digest.results().percentiles().stream()
                .filter(it -> contender.owns(it.platform(), it.variant()))
                .filter(it -> it.point() == point
                        && it.guest().equals(guest)
                        && it.request().equals(request))
                .findFirst();
    }

    private List<Series> series(
            List<Optional<Results.Curve>> curves,
            List<Double> positions,
            BiFunction<Results.Curve, Double, Double> valueAt) {
        List<Series> all = new ArrayList<>();
        List<Double> none = Collections.nCopies(positions.size(), null);
        for (int i = 0; i < curves.size(); i++) {
            Contender contender = digest.contenders().all().get(i);
            List<Double> values = new ArrayList<>();
            for (Double position : positions) {
                values.add(curves.get(i).map(it -> valueAt.apply(it, position)).orElse(null));
            }
            all.add(new Series(contender.name(), Ink.of(contender), Pattern.of(contender), values, none, none));
        }
        return all;
    }

    private static Double latencyAt(Results.Curve curve, double share) {
        int index = curve.shares().indexOf(share);
        return index < 0 ? null : curve.milliseconds().get(index);
    }

    /** The greatest share that stays below a latency of the curve; null between its latencies. */
    private static Double percentAt(Results.Curve curve, double milliseconds) {
        int index = curve.milliseconds().lastIndexOf(milliseconds);
        return index < 0 ? null : (Double) (100 * curve.shares().get(index));
    }

    private static Axis nines(List<Double> positions) {
        double last = positions.isEmpty() ? 1 : positions.get(positions.size() - 1);
        List<Tick> marks = MARKS.stream().filter(mark -> mark.at() <= last).toList();
        return new Axis("share of requests that is faster", "", Spacing.NINES, 0, Math.max(last, 0.1), marks);
    }

    private static Tick mark(double share, String label) {
        return new Tick(position(share), label);
    }

    private static double position(double share) {
        return -Math.log10(1 - share);
    }
}
