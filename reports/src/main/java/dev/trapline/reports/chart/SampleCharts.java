package dev.trapline.reports.chart;

import dev.trapline.reports.chart.ChartDescription.Form;
import dev.trapline.reports.chart.ChartDescription.Mark;
import dev.trapline.reports.chart.ChartDescription.Pattern;
import dev.trapline.reports.chart.ChartDescription.Series;
import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.reports.digest.Grid;
import dev.trapline.reports.digest.NumericAxis;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A metric at the points of a sample, against one axis after the other: points that nothing joins, for the others change as well. */
final class SampleCharts {
    private final Digest digest;

    SampleCharts(Digest digest) {
        this.digest = digest;
    }

    /** One chart for each axis of the sample. */
    List<ChartDescription> of(String id, String title, String guest, String metric) {
        List<ChartDescription> charts = new ArrayList<>();
        for (NumericAxis axis : digest.grid().sampled()) {
            charts.add(chart(id + "-" + (charts.size() + 1), title, axis, guest, metric));
        }
        return charts;
    }

    private ChartDescription chart(String id, String title, NumericAxis axis, String guest, String metric) {
        List<Integer> points = digest.grid().settings().stream()
                .map(setting -> setting.deciding().point())
                .sorted(Comparator.comparingDouble(point -> number(axis, point)))
                .toList();
        List<Double> positions = points.stream().map(point -> number(axis, point)).toList();
        List<Double> none = Collections.nCopies(points.size(), null);
        List<Series> series = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        String unit = "";
        for (Contender contender : digest.contenders().all()) {
            List<Double> values = new ArrayList<>();
            for (int point : points) {
                Optional<Results.Metric> found = digest.metric(contender, point, guest, metric);
                unit = found.map(Results.Metric::unit).orElse(unit);
                values.add(found.map(Results.Metric::mean).orElse(null));
                found.ifPresent(it -> marks.add(new Mark(series.size(), values.size() - 1, words(contender, point, it))));
            }
            series.add(new Series(contender.name(), Ink.of(contender), pattern(contender), values, none, none));
        }
        return new ChartDescription(
                        id, title, "against " + axis.label() + ", " + points.size() + " points", Form.SCATTER,
                        Scales.along(axis.label(), axis.unit(), positions), Scales.values(title, unit, series, true), positions, series)
                .withMarks(marks);
    }

    private double number(NumericAxis axis, int point) {
        return axis.number(digest.grid().value(point, axis.path()));
    }

    private String words(Contender contender, int point, Results.Metric figure) {
        Grid grid = digest.grid();
        return contender.name() + ": " + Figures.value(figure.mean()) + " " + figure.unit() + " at " + grid.words(point);
    }

    private static Pattern pattern(Contender contender) {
        return new Pattern(false, List.of(), Pattern.of(contender).hollow());
    }
}
