package dev.trapline.engine;

/** Simulated time: a count of picoseconds in a {@code long}, which reaches 106 days. */
public final class Time {

    public static final long PICOS_PER_NANO = 1_000L;
    public static final long PICOS_PER_MICRO = 1_000_000L;
    public static final long PICOS_PER_MILLI = 1_000_000_000L;
    public static final long PICOS_PER_SECOND = 1_000_000_000_000L;

    private Time() {}

    /**
     * Returns the time without rounding, in the largest unit of which it holds at least one: {@code 1.5 ms},
     * {@code 333 ps}, {@code -2 s}; zero is {@code 0 s}.
     */
    public static String format(long picos) {
        // The magnitude is read as unsigned, for that of Long.MIN_VALUE fits no signed long.
        long magnitude = Math.abs(picos);
        String sign = picos < 0 ? "-" : "";
        if (picos == 0 || atLeast(magnitude, PICOS_PER_SECOND)) {
            return sign + decimal(magnitude, PICOS_PER_SECOND) + " s";
        }
        if (atLeast(magnitude, PICOS_PER_MILLI)) {
            return sign + decimal(magnitude, PICOS_PER_MILLI) + " ms";
        }
        if (atLeast(magnitude, PICOS_PER_MICRO)) {
            return sign + decimal(magnitude, PICOS_PER_MICRO) + " us";
        }
        if (atLeast(magnitude, PICOS_PER_NANO)) {
            return sign + decimal(magnitude, PICOS_PER_NANO) + " ns";
        }
        return sign + magnitude + " ps";
    }

    private static boolean atLeast(long magnitude, long unit) {
        return Long.compareUnsigned(magnitude, unit) >= 0;
    }

    private static String decimal(long magnitude, long unit) {
        String whole = Long.toUnsignedString(Long.divideUnsigned(magnitude, unit));
        long rest = Long.remainderUnsigned(magnitude, unit);
        return rest == 0 ? whole : whole + "." + fractionDigits(rest, unit);
    }

    /** Returns the digits of rest / unit after the point; the unit, a power of ten, supplies the leading zeros. */
    private static String fractionDigits(long rest, long unit) {
        String digits = Long.toString(unit + rest);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(1, end);
    }
}
