package dev.trapline.cli.print;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as a terminal shows them: few digits, plain characters, the same in every locale. */
public final class Words {
    private static final int DIGITS = 4;
    private static final int ERROR_DIGITS = 2;
    private static final int MOST_DECIMALS = 6;
    private static final double UNSEEN = 5e-5;
    private static final long MANY_EVENTS = 1_000_000;

    private Words() {}

    /** Four digits; digits before the point are never lost. */
    public static String value(double value) {
        return value == 0 ? "0" : rounded(value, DIGITS - integerDigits(value)).stripTrailingZeros().toPlainString();
    }

    /** {@code 812.4 +- 3.1}; the mean alone where half of the interval is smaller than its last digit. */
    public static String interval(double mean, double halfWidth) {
        if (halfWidth <= Math.abs(mean) * UNSEEN) {
            return value(mean);
        }
        int decimals = ERROR_DIGITS - integerDigits(halfWidth);
        return rounded(mean, decimals).toPlainString() + " +- " + rounded(halfWidth, decimals).toPlainString();
    }

    /** {@code 0.4 to 0.6}, or one of them if both look alike. */
    static String range(String low, String high) {
        return low.equals(high) ? low : low + " to " + high;
    }

    /** {@code 0.93x}; of very small ones two digits. */
    public static String ratio(double ratio) {
        int decimals = ratio == 0 ? 2 : Math.max(2, ERROR_DIGITS - integerDigits(ratio));
        return rounded(ratio, decimals).toPlainString() + "x";
    }

    /** {@code 12.3 M events}; counted out below a million. */
    public static String events(long events) {
        return events < MANY_EVENTS
                ? String.format(Locale.ROOT, "%,d events", events)
                : String.format(Locale.ROOT, "%.1f M events", events / 1e6);
    }

    /** {@code 8.3 %}. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** {@code 9.8 s}, {@code 83 s}. */
    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }

    /** {@code 1 point}, {@code 15 points}. */
    public static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private static BigDecimal rounded(double value, int decimals) {
        return new BigDecimal(value).setScale(Math.max(0, Math.min(MOST_DECIMALS, decimals)), RoundingMode.HALF_EVEN);
    }

    /** Digits before the point; 0 for 0.5, -1 for 0.05. */
    private static int integerDigits(double value) {
        BigDecimal exact = new BigDecimal(value).abs().round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        return exact.precision() - exact.scale();
    }
}
