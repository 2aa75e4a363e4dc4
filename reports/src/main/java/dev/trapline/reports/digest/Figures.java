package dev.trapline.reports.digest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as people read them: few digits, the same on every JDK and in every locale. */
public final class Figures {
    /** Stands for a number that does not exist. */
    public static final String NONE = "\u2013";

    private static final char THIN_SPACE = '\u202f';
    private static final int DIGITS = 4;
    private static final int ERROR_DIGITS = 2;
    private static final int MOST_DECIMALS = 6;
    private static final double NEGLIGIBLE_ERROR = 1e-7;
    private static final double TOLERATED_ASYMMETRY = 0.02;

    private Figures() {}

    /** Four digits, without zeros at the end: 812.4, 0.08412, 1 538. */
    public static String value(double value) {
        return value(value, DIGITS);
    }

    /** So many digits, without zeros at the end; digits before the point are never lost. */
    public static String value(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(value);
        int decimals = digits - integerDigits(exact);
        return plain(scaled(exact, decimals).stripTrailingZeros());
    }

    /** A mean with its error: 812.4 ± 3.1, or 41.2 (39.0 to 47.5) where the interval is lopsided. */
    public static String interval(double mean, double low, double high) {
        double below = mean - low;
        double above = high - mean;
        double error = Math.max(below, above);
        if (error <= NEGLIGIBLE_ERROR * Math.abs(mean)) {
            return value(mean);
        }
        BigDecimal exactError = new BigDecimal(error);
        int decimals = ERROR_DIGITS - integerDigits(exactError);
        if (Math.abs(above - below) > TOLERATED_ASYMMETRY * error) {
            return fixed(mean, decimals) + " (" + fixed(low, decimals) + " to " + fixed(high, decimals) + ")";
        }
        return fixed(mean, decimals) + " \u00b1 " + fixed(error, decimals);
    }

    /** The difference of two rounded numbers, so that a reader who subtracts them finds it: {@code +29.48}. */
    public static String difference(double from, double subtracted, int decimals) {
        BigDecimal difference = scaled(new BigDecimal(from), decimals).subtract(scaled(new BigDecimal(subtracted), decimals));
        return (difference.signum() > 0 ? "+" : "") + plain(difference);
    }

    /** A ratio with two digits behind the point. */
    public static String ratio(double ratio) {
        return fixed(ratio, 2);
    }

    /** A range of ratios, or one ratio where both ends look alike. */
    public static String ratios(double low, double high) {
        String from = ratio(low);
        String to = ratio(high);
        return from.equals(to) ? from : from + "\u2013" + to;
    }

    /** A share such as 0.54 as 54 %. */
    public static String percent(double share) {
        return fixed(share * 100, 0) + THIN_SPACE + "%";
    }

    /** How many digits behind the point show so many digits of a value. */
    public static int decimals(double value, int digits) {
        return value == 0 ? 0 : Math.max(0, Math.min(MOST_DECIMALS, digits - integerDigits(new BigDecimal(value))));
    }

    /** So many digits behind the point. */
    public static String fixed(double value, int decimals) {
        return plain(scaled(new BigDecimal(value), decimals));
    }

    private static BigDecimal scaled(BigDecimal value, int decimals) {
        return value.setScale(Math.max(0, Math.min(MOST_DECIMALS, decimals)), RoundingMode.HALF_EVEN);
    }

    /** Digits before the point; 0 for 0.5, -1 for 0.05. */
    private static int integerDigits(BigDecimal value) {
        BigDecimal rounded = value.abs().round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        return rounded.precision() - rounded.scale();
    }

    /** A name that has room in a chart: the beginning of one that is longer than so many letters. */
    public static String shortened(String name, int letters) {
        return name.codePointCount(0, name.length()) <= letters
                ? name
                : name.substring(0, name.offsetByCodePoints(0, letters - 1)) + "\u2026";
    }

    /** A sentence in which a number keeps its unit beside it. */
    public static String unbroken(String sentence) {
        return sentence.replaceAll("(?<=\\d) (?=(%|\u00b5s|ns|ms|s|/s)(\\W|$))", "\u00a0");
    }

    private static String plain(BigDecimal value) {
        String text = value.toPlainString();
        int point = text.indexOf('.');
        int firstDigit = text.startsWith("-") ? 1 : 0;
        int end = point < 0 ? text.length() : point;
        StringBuilder grouped = new StringBuilder(text);
        for (int at = end - 3; at > firstDigit; at -= 3) {
            grouped.insert(at, THIN_SPACE);
        }
        return grouped.toString().replace('-', '\u2212');
    }
}
