package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import dev.trapline.scenarios.text.Quantities;
import java.math.BigDecimal;
import java.math.MathContext;

/** How figures are put into words. */
final class Figures {
    private Figures() {}

    /** {@code 33.1 +- 0.4 /s}, in four digits. */
    static String shown(Results.Metric row) {
        String unit = row.unit().isBlank() || row.unit().equals("1") ? "" : " " + row.unit();
        if (!Double.isFinite(row.mean())) {
            return "no number";
        }
        String interval = row.hasInterval() ? " +- " + digits((row.high() - row.low()) / 2) : "";
        return digits(row.mean()) + interval + unit;
    }

    static String digits(double value) {
        BigDecimal number = Quantities.decimal(value).round(new MathContext(4));
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** {@code 2.2 % above}. */
    static String deviation(double expected, double found) {
        if (expected == 0) {
            return digits(found - expected) + " off";
        }
        double percent = (found - expected) / Math.abs(expected) * 100;
        return digits(Math.abs(percent)) + " % " + (percent < 0 ? "below" : "above");
    }
}
