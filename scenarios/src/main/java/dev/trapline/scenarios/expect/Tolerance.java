package dev.trapline.scenarios.expect;

import dev.trapline.scenarios.published.Use;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a figure may be off: a part of the expected value, or points of a percentage. */
record Tolerance(double amount, boolean points) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?) (%|points?)");

    static Tolerance of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'within' must be like '10 %' or '6 points', got '" + text + "'");
        }
        boolean points = !parts.group(2).equals("%");
        double number = new BigDecimal(parts.group(1)).doubleValue();
        return new Tolerance(points ? number : number / 100, points);
    }

    /** What is due of a kind where nothing is said; of an order, which is judged beside other figures, anything. */
    static Tolerance of(Use use) {
        return use.within().isEmpty() ? new Tolerance(Double.POSITIVE_INFINITY, false) : of(use.within());
    }

    boolean allows(double expected, double found, String unit) {
        double scale = points ? (unit.equals("%") ? 1 : 0.01) : Math.abs(expected);
        return Double.isInfinite(amount) || Math.abs(found - expected) <= amount * scale * (1 + 1e-12);
    }
}
