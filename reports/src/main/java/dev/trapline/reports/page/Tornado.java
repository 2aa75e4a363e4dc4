package dev.trapline.reports.page;

import dev.trapline.reports.digest.Figures;
import dev.trapline.result.Sensitivity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A tornado chart as numbers of an SVG drawing: a bar to either side for each of the strongest costs, the longest first, with the
 * interval of each end.
 *
 * @param width of the drawing in its own units
 * @param zero where no change lies
 * @param words for those who do not see it
 */
public record Tornado(int width, int height, String zero, String least, String most, String words, List<Bar> bars) {
    private static final int NAMES = 330;
    private static final int FIELD = 400;
    private static final int MARGIN = 30;
    private static final int ROW = 26;

    /** One cost: a bar for the low end of its range and one for the high end, each with a whisker. */
    public record Bar(String cost, int y, Side low, Side high) {}

    /** A bar and its whisker, along the drawing; {@code words} say what it is. */
    public record Side(String x, String width, String from, String to, String words) {}

    static Tornado of(Sensitivity.Screening screening) {
        List<Sensitivity.Effect> swung = screening.effects().stream()
                .filter(it -> !it.swings().isEmpty())
                .sorted(Comparator.comparingDouble(Tornado::length).reversed())
                .toList();
        double reach = swung.stream().flatMap(it -> it.swings().stream()).mapToDouble(Tornado::reach).max().orElse(0);
        double most = reach == 0 ? 1 : reach;
        double mean = Math.abs(screening.mean());
        List<Bar> bars = swung.stream()
                .map(it -> bar(it, swung.indexOf(it) * ROW, most, mean))
                .toList();
        String words = bars.isEmpty()
                ? ""
                : "Tornado chart: the change of the figure at the ends of each cost's range, strongest first: "
                        + String.join(", ", bars.stream().map(Bar::cost).toList()) + ".";
        return new Tornado(
                NAMES + FIELD + 2 * MARGIN,
                bars.size() * ROW + 24,
                place(0, most),
                SensitivityPage.share(-most, mean),
                SensitivityPage.share(most, mean),
                words,
                bars);
    }

    private static double length(Sensitivity.Effect effect) {
        return Math.abs(effect.swings().get(1).change() - effect.swings().get(0).change());
    }

    private static double reach(Sensitivity.Swing swing) {
        return Math.max(Math.abs(swing.low()), Math.abs(swing.high()));
    }

    private static Bar bar(Sensitivity.Effect effect, int y, double most, double mean) {
        Sensitivity.Assumed cost = effect.cost();
        return new Bar(
                cost.owner() + ": " + cost.name(),
                y,
                side(effect.swings().get(0), "at " + number(cost.low()) + " " + cost.unit(), most, mean),
                side(effect.swings().get(1), "at " + number(cost.high()) + " " + cost.unit(), most, mean));
    }

    private static Side side(Sensitivity.Swing swing, String end, double most, double mean) {
        double from = Math.min(0, swing.change());
        double length = Math.abs(swing.change()) / (2 * most) * FIELD;
        return new Side(
                place(from, most),
                String.format(Locale.ROOT, "%.1f", length),
                place(swing.low(), most),
                place(swing.high(), most),
                end + ": " + SensitivityPage.swing(swing, mean) + " %");
    }

    private static String number(double value) {
        return Figures.value(value);
    }

    private static String place(double change, double most) {
        return String.format(Locale.ROOT, "%.1f", NAMES + MARGIN + (change / most + 1) / 2 * FIELD);
    }
}
