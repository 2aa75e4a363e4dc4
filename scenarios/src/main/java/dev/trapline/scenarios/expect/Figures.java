package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import dev.trapline.scenarios.text.Quantities;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** How figures are put into words. */
final class Figures {
    private static final double UNSEEN = 5e-5;

    private Figures() {}

    /** All figures judged one by one, as one finding: the one that there is, or those that are wrong. */
    static Expected.Finding finding(List<Judgement.Figure> figures, String right, Subject subject, Results results) {
        if (figures.isEmpty()) {
            return new Expected.Finding(false, subject.absence(results));
        }
        List<String> found = figures.stream()
                .filter(figure -> figures.size() == 1 || !figure.met())
                .map(figure -> Subject.where(figure.row(), results) + ": " + shown(figure.row())
                        + (figure.deviation().isEmpty() ? "" : ", " + figure.deviation()))
                .toList();
        boolean met = figures.stream().allMatch(Judgement.Figure::met);
        return new Expected.Finding(
                met, found.isEmpty() ? "all " + figures.size() + " figures are " + right : String.join("; ", found));
    }

    /** {@code 33.1 +- 0.4 /s}, in four digits; the mean alone where half of the interval is smaller than these. */
    static String shown(Results.Metric row) {
        String unit = row.unit().isBlank() || row.unit().equals("1") ? "" : " " + row.unit();
        if (!Double.isFinite(row.mean())) {
            return "no number";
        }
        double half = (row.high() - row.low()) / 2;
        String interval = row.hasInterval() && half > UNSEEN * Math.abs(row.mean()) ? " +- " + digits(half, 2) : "";
        return digits(row.mean()) + interval + unit;
    }

    static String digits(double value) {
        return digits(value, 4);
    }

    private static String digits(double value, int digits) {
        BigDecimal number = Quantities.decimal(value).round(new MathContext(digits));
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** {@code 1.5 points above}, of percentages. */
    static String points(double expected, Results.Metric row) {
        double points = (row.mean() - expected) * (row.unit().equals("%") ? 1 : 100);
        return points == 0 ? "exact" : tenths(Math.abs(points)) + " points " + (points < 0 ? "below" : "above");
    }

    /** {@code 2.2 % above}. */
    static String deviation(double expected, double found) {
        if (expected == 0) {
            return digits(found - expected) + " off";
        }
        double percent = (found - expected) / Math.abs(expected) * 100;
        return tenths(Math.abs(percent)) + " % " + (percent < 0 ? "below" : "above");
    }

    private static String tenths(double value) {
        return Quantities.decimal(value).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
