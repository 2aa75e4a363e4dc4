package dev.trapline.reports.chart;

import dev.trapline.reports.chart.ChartDescription.Form;
import dev.trapline.reports.chart.ChartDescription.Mark;
import dev.trapline.reports.chart.ChartDescription.Pattern;
import dev.trapline.reports.chart.ChartDescription.Series;
import dev.trapline.reports.digest.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measured against simulated on logarithmic axes, with the line of equality and bands of 10 and 30 % around it. */
public final class ScatterCharts {
    private static final double NEAR = 0.1;
    private static final double FAR = 0.3;
    private static final double MARGIN = 1.3;
    private static final int LEAST_POINTS = 3;
    private static final String MISSED = ", missed";

    /** One figure, both values positive; {@code kind} says what it may do, {@code words} which it is. */
    public record Point(
            String quantity, String unit, String kind, boolean met, String words, double measured, double simulated) {}

    private ScatterCharts() {}

    /** One chart for each quantity of which there are enough figures. */
    public static List<ChartDescription> of(List<Point> points) {
        Map<List<String>, List<Point>> quantities = new LinkedHashMap<>();
        points.stream()
                .filter(it -> it.measured() > 0 && it.simulated() > 0)
                .forEach(it -> quantities
                        .computeIfAbsent(List.of(it.quantity(), it.unit()), key -> new ArrayList<>())
                        .add(it));
        List<String> kinds = points.stream().map(Point::kind).distinct().sorted().toList();
        List<ChartDescription> charts = new ArrayList<>();
        quantities.forEach((quantity, own) -> {
            if (own.size() >= LEAST_POINTS) {
                charts.add(chart("scatter-" + (charts.size() + 1), quantity.get(0), quantity.get(1), own, kinds));
            }
        });
        return charts;
    }

    private static ChartDescription chart(
            String id, String quantity, String unit, List<Point> points, List<String> kinds) {
        List<Point> sorted =
                points.stream().sorted(Comparator.comparingDouble(Point::measured)).toList();
        List<Double> positions = new ArrayList<>();
        positions.add(least(points) / MARGIN);
        sorted.forEach(it -> positions.add(it.measured()));
        positions.add(greatest(points) * MARGIN);
        List<Series> series = new ArrayList<>();
        series.add(band("within 30 %", positions, FAR, false));
        series.add(band("equal, and within 10 %", positions, NEAR, true));
        List<Mark> marks = new ArrayList<>();
        List<String> names = sorted.stream().map(ScatterCharts::name).distinct().sorted().toList();
        for (String name : names) {
            List<Double> values = new ArrayList<>(Collections.nCopies(positions.size(), null));
            for (int i = 0; i < sorted.size(); i++) {
                if (name(sorted.get(i)).equals(name)) {
                    values.set(i + 1, sorted.get(i).simulated());
                    marks.add(new Mark(series.size(), i + 1, sorted.get(i).words()));
                }
            }
            List<Double> none = Collections.nCopies(positions.size(), null);
            boolean missed = name.endsWith(MISSED);
            Ink ink = Ink.ofNumber(kinds.indexOf(missed ? name.substring(0, name.length() - MISSED.length()) : name));
            series.add(new Series(name, ink, new Pattern(false, List.of(), missed), values, none, none));
        }
        ChartDescription.Axis x = Scales.logarithmic("measured", unit, positions.get(0), positions.get(positions.size() - 1));
        ChartDescription.Axis y = Scales.logarithmic("simulated", unit, positions.get(0), positions.get(positions.size() - 1));
        String setting = points.size() + " figures";
        return new ChartDescription(id, quantity, setting, Form.SCATTER, x, y, positions, series).withMarks(marks);
    }

    private static String name(Point it) {
        return it.kind() + (it.met() ? "" : MISSED);
    }

    private static double least(List<Point> points) {
        return points.stream().mapToDouble(it -> Math.min(it.measured(), it.simulated())).min().orElseThrow();
    }

    private static double greatest(List<Point> points) {
        return points.stream().mapToDouble(it -> Math.max(it.measured(), it.simulated())).max().orElseThrow();
    }

    /** Around equality; with its line, or without. */
    private static Series band(String name, List<Double> positions, double share, boolean hasLine) {
        return new Series(
                name,
                Ink.OTHER,
                Pattern.PLAIN,
                hasLine ? positions : Collections.nCopies(positions.size(), null),
                positions.stream().map(it -> it * (1 - share)).toList(),
                positions.stream().map(it -> it * (1 + share)).toList());
    }

    /** A point in words, for whoever points at it. */
    public static String words(String name, double measured, double simulated, String error) {
        return name + ": " + Figures.value(measured) + " measured, " + Figures.value(simulated) + " simulated"
                + (error.isEmpty() ? "" : ", " + error);
    }
}
