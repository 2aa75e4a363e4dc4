package dev.trapline.reports.chart;

import dev.trapline.reports.chart.ChartDescription.Axis;
import dev.trapline.reports.chart.ChartDescription.Series;
import dev.trapline.reports.chart.ChartDescription.Spacing;
import dev.trapline.reports.chart.ChartDescription.Tick;
import dev.trapline.reports.digest.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Axes that fit values, with round numbers for marks. */
final class Scales {
    private static final int MARKS = 5;
    private static final double LOG_FROM = 30;
    private static final double HEADROOM = 1.06;
    private static final int MOST_DECADES_WITH_STEPS = 3;

    private Scales() {}

    /** From 0 up; logarithmic if asked for and the values span more than a factor of 30. */
    static Axis values(String label, String unit, List<Series> series, boolean mayBeLog) {
        List<Double> all =
                series.stream().flatMap(Scales::extent).filter(Objects::nonNull).toList();
        double least = all.stream().mapToDouble(it -> it).min().orElse(0);
        double greatest = all.stream().mapToDouble(it -> it).max().orElse(1);
        return mayBeLog && least > 0 && greatest / least > LOG_FROM
                ? logarithmic(label, unit, least, greatest)
                : linear(label, unit, Math.min(0, least), greatest > 0 ? greatest : 1);
    }

    /** An axis to draw along, on positions from the first to the last; logarithmic if they span more than a factor of 30. */
    static Axis along(String label, String unit, List<Double> positions) {
        double least = positions.isEmpty() ? 0 : positions.get(0);
        double greatest = positions.isEmpty() ? 1 : positions.get(positions.size() - 1);
        return least > 0 && greatest / least > LOG_FROM
                ? logarithmic(label, unit, least, greatest)
                : linear(label, unit, 0, greatest > 0 ? greatest : 1);
    }

    private static Stream<Double> extent(Series series) {
        return Stream.of(series.values(), series.low(), series.high()).flatMap(List::stream);
    }

    /** From 0 to the longest bar, whose length is the sum of its parts. */
    static Axis sums(String label, String unit, List<Series> series, int bars) {
        double longest = 0;
        for (int bar = 0; bar < bars; bar++) {
            int at = bar;
            double sum = series.stream()
                    .map(it -> it.values().get(at))
                    .filter(Objects::nonNull)
                    .mapToDouble(it -> it)
                    .sum();
            longest = Math.max(longest, sum);
        }
        return linear(label, unit, 0, longest > 0 ? longest : 1);
    }

    /** One place for each name, at 0, 1, 2 and so on. */
    static Axis names(String label, List<String> names) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ticks.add(new Tick(i, names.get(i)));
        }
        return new Axis(label, "", Spacing.NAMES, -0.5, names.size() - 0.5, ticks);
    }

    private static Axis linear(String label, String unit, double low, double high) {
        double step = roundStep((high - low) / MARKS);
        double top = high * HEADROOM;
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= top; i++) {
            ticks.add(tick(
                    BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(i)).doubleValue()));
        }
        return new Axis(label, unit, Spacing.PROPORTIONAL, low, top, ticks);
    }

    private static double roundStep(double rough) {
        double decade = decadeBelow(rough);
        double steps = rough / decade;
        return decade * (steps <= 1 ? 1 : steps <= 2 ? 2 : steps <= 5 ? 5 : 10);
    }

    /** Around both ends. */
    static Axis logarithmic(String label, String unit, double least, double greatest) {
        double low = least / 1.25;
        double high = greatest * 1.25;
        double[] steps = high / low > Math.pow(10, MOST_DECADES_WITH_STEPS) ? new double[] {1} : new double[] {1, 2, 5};
        List<Tick> ticks = new ArrayList<>();
        for (double decade = decadeBelow(low);
                decade <= high;
                decade = BigDecimal.valueOf(decade).scaleByPowerOfTen(1).doubleValue()) {
            for (double step : steps) {
                double at = step * decade;
                if (at >= low && at <= high) {
                    ticks.add(tick(at));
                }
            }
        }
        return new Axis(label, unit, Spacing.LOGARITHMIC, low, high, ticks);
    }

    /** The greatest power of ten that is not above a positive value. */
    private static double decadeBelow(double value) {
        return new BigDecimal(1)
                .scaleByPowerOfTen((int) Math.floor(Math.log10(value)))
                .doubleValue();
    }

    private static Tick tick(double at) {
        return new Tick(at, Figures.value(at));
    }
}
