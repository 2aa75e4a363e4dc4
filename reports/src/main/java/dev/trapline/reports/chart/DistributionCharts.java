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
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Latency over the share of requests, spaced so that each nine (90 %, 99 %, 99.9 %) takes the same room. */
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

    ChartDescription of(String id, String title, String setting, int point, String guest, String request) {
        List<Optional<Results.Curve>> curves = digest.contenders().all().stream()
                .map(contender -> curve(contender, point, guest, request))
                .toList();
        TreeSet<Double> shares = new TreeSet<>();
        curves.forEach(curve -> curve.ifPresent(
                it -> it.shares().stream().filter(share -> share <= LAST_SHARE).forEach(shares::add)));
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            series.add(series(digest.contenders().all().get(i), curves.get(i), List.copyOf(shares)));
        }
        Axis y = Scales.values("latency", "ms", series, true);
        List<Double> positions =
                shares.stream().map(DistributionCharts::position).toList();
        return new ChartDescription(id, title, setting, Form.LINES, axis(positions), y, positions, series, List.of());
    }

    private Optional<Results.Curve> curve(Contender contender, int point, String guest, String request) {
        return digest.results().percentiles().stream()
                .filter(it -> contender.owns(it.platform(), it.variant()))
                .filter(it -> it.point() == point
                        && it.guest().equals(guest)
                        && it.request().equals(request))
                .findFirst();
    }

    private static Series series(Contender contender, Optional<Results.Curve> curve, List<Double> shares) {
        List<Double> values = new ArrayList<>();
        List<Double> none = new ArrayList<>();
        for (double share : shares) {
            values.add(curve.map(it -> at(it, share)).orElse(null));
            none.add(null);
        }
        Pattern pattern = contender.shade() % 2 == 1 ? Pattern.BROKEN : Pattern.PLAIN;
        return new Series(contender.name(), Ink.of(contender), pattern, values, none, none);
    }

    private static Double at(Results.Curve curve, double share) {
        int index = curve.shares().indexOf(share);
        return index < 0 ? null : curve.milliseconds().get(index);
    }

    private static Axis axis(List<Double> positions) {
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
