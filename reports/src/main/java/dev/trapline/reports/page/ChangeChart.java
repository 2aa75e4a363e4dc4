package dev.trapline.reports.page;

import dev.trapline.reports.digest.Figures;
import dev.trapline.result.ResultComparison.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A chart of relative changes as numbers of SVG drawings, one for each figure: a dot for the ratio of the second to the first, a
 * line for its interval. The scale is logarithmic, so that half and double are as far from no change, and it is the same for all
 * figures of a metric. It needs no script and is as wide as its place.
 *
 * @param groups figures by the point they were taken at
 */
public record ChangeChart(List<Tick> ticks, List<Group> groups) {
    private static final double LEAST_REACH = Math.log(1.02);
    /** Intervals may reach so much farther than all dots; beyond they are cut. */
    private static final double MOST_BEYOND = 2.5;

    /** Room at both sides, so that the outermost dot is whole. */
    private static final double MARGIN = 0.04;
    /** Marks of the scale are at least so far from each other, as a share of half of it. */
    private static final double APART = 0.3;

    /** Marks above no change: so much more; and at the same place the ratios below it. */
    private static final double[] MARKS = {0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 4, 9, 99, 999, 999_999};
    private static final double[] LESS = {
        0.995, 0.99, 0.98, 0.95, 0.9, 0.8, 0.7, 0.5, 1.0 / 3, 0.2, 0.1, 0.01, 0.001, 1e-6
    };

    /** A mark of the scale: where it stands, and what it says. */
    public record Tick(String x, String text, boolean isZero) {}

    /** Figures of one point; {@code name} is empty if nothing was varied. */
    public record Group(String name, List<Bar> bars) {}

    /**
     * One figure.
     *
     * @param x where the dot stands, along the drawing, as {@code from} and {@code to} of its interval
     * @param change in words
     */
    public record Bar(
            String name, String x, String from, String to, String values, String change, String word, String tone) {}

    /** Figures of one metric. */
    static ChangeChart of(List<Row> rows) {
        double reach = reach(rows);
        Map<String, List<Bar>> groups = new LinkedHashMap<>();
        rows.forEach(it -> groups.computeIfAbsent(it.at(), absent -> new ArrayList<>()).add(bar(it, "", reach)));
        return new ChangeChart(
                ticks(reach),
                groups.entrySet().stream().map(it -> new Group(it.getKey(), it.getValue())).toList());
    }

    /** The largest changes of any metric that are shown to be some, worse ones first. */
    static ChangeChart ofLargest(List<Row> rows, int most) {
        List<Row> largest = rows.stream()
                .filter(it -> it.showsDifference() && it.hasRatio())
                .sorted(Comparator.comparing((Row it) -> it.verdict().equals("better"))
                        .thenComparing(it -> -Math.abs(growth(it.ratio()))))
                .toList();
        List<Row> worse = largest.stream().filter(it -> it.verdict().equals("worse")).limit(most).toList();
        List<Row> better = largest.stream().filter(it -> it.verdict().equals("better")).limit(most).toList();
        List<Row> drawn = Stream.concat(worse.stream(), better.stream()).toList();
        double reach = reach(drawn);
        List<Bar> bars = drawn.stream()
                .map(it -> bar(it, Tone.words(it.metric()) + ": ", reach))
                .toList();
        return new ChangeChart(ticks(reach), bars.isEmpty() ? List.of() : List.of(new Group("", bars)));
    }

    /** How far the scale goes to both sides. */
    private static double reach(List<Row> rows) {
        double dots = rows.stream().mapToDouble(it -> Math.abs(growth(it.ratio()))).max().orElse(0);
        double ends = rows.stream()
                .flatMap(it -> Stream.of(it.low(), it.high()))
                .mapToDouble(it -> Math.abs(growth(it)))
                .max()
                .orElse(0);
        return Math.max(LEAST_REACH, Math.min(ends, MOST_BEYOND * Math.max(dots, LEAST_REACH)));
    }

    /** The logarithm of a ratio; an end of an interval that is not above 0 lies beyond any scale. */
    private static double growth(double ratio) {
        return ratio > 0 ? Math.log(ratio) : -1e9;
    }

    /** No change, and to each side round numbers that keep their distance, from the outermost inwards. */
    private static List<Tick> ticks(double reach) {
        List<Tick> ticks = new ArrayList<>(List.of(new Tick(place(0, reach), text(1), true)));
        double fromLess = 2 * reach;
        double fromMore = 2 * reach;
        for (int i = MARKS.length - 1; i >= 0; i--) {
            double more = Math.log(1 + MARKS[i]);
            if (isFree(more, fromMore, reach)) {
                ticks.add(new Tick(place(more, reach), text(1 + MARKS[i]), false));
                fromMore = more;
            }
            double less = -Math.log(LESS[i]);
            if (isFree(less, fromLess, reach)) {
                ticks.add(new Tick(place(-less, reach), text(LESS[i]), false));
                fromLess = less;
            }
        }
        return ticks;
    }

    private static boolean isFree(double at, double outer, double reach) {
        return at <= reach && at >= APART * reach && outer - at >= APART * reach;
    }

    private static String text(double ratio) {
        if (ratio > 2) {
            return Figures.value(ratio, 2) + "\u00d7";
        }
        if (ratio < 0.5) {
            return "1/" + Figures.value(1 / ratio, 2);
        }
        double percent = 100 * (ratio - 1);
        return ratio == 1 ? "0" : (percent > 0 ? "+" : "") + Figures.value(percent, 2) + "\u202f%";
    }

    /** @param metric to stand before the name, where it is not in a heading, with the point behind it */
    private static Bar bar(Row row, String metric, double reach) {
        String platform = row.platform() + (row.variant().isEmpty() ? "" : " (" + row.variant() + ")");
        return new Bar(
                metric + platform + ", " + row.guest() + (metric.isEmpty() || row.at().isEmpty() ? "" : ", " + row.at()),
                place(growth(row.ratio()), reach),
                place(growth(row.low()), reach),
                place(growth(row.high()), reach),
                (Figures.value(row.first()) + " \u2192 " + Figures.value(row.second()) + " " + row.unit()).strip(),
                ResultComparisonPage.change(row),
                row.verdict(),
                Tone.of(row.verdict()));
    }

    /** Percent along the drawing; what lies beyond the scale is set to its edge. */
    private static String place(double growth, double reach) {
        double inside = Math.max(-1, Math.min(1, growth / reach));
        return String.format(Locale.ROOT, "%.2f%%", 100 * (0.5 + inside * (0.5 - MARGIN)));
    }

    /** {@code +2.7} for a ratio of 1.027; no decimals where the change is large. */
    static String percent(double ratio) {
        double percent = 100 * (ratio - 1);
        int decimals = Math.abs(percent) >= 100 ? 0 : Math.abs(percent) >= 1 ? 1 : 2;
        String text = Figures.fixed(percent, decimals);
        return percent > 0 ? "+" + text : text;
    }
}
