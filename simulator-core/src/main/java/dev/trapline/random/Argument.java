package dev.trapline.random;

/**
 * What a kind of distribution must be told: one number or, if {@code list}, several.
 *
 * @param name the key in a scenario
 * @param inUnitOfQuantity whether it carries the unit of the quantity (a mean) or none (a shape)
 * @param list whether it is a list of numbers
 * @param low the lowest value, itself allowed if {@code lowAllowed}
 * @param lowAllowed whether {@code low} itself may be given
 * @param high the highest value, itself allowed
 * @param defaultValue the value if absent from a scenario; null if it must be given
 * @param sentence what it means
 */
public record Argument(
        String name,
        boolean inUnitOfQuantity,
        boolean list,
        double low,
        boolean lowAllowed,
        double high,
        Double defaultValue,
        String sentence) {

    /** The largest quantity: 10^18 picoseconds are 11.6 days, and no moment of any distribution overflows. */
    public static final double LARGEST_QUANTITY = 1e18;

    static Argument quantity(String name, String sentence) {
        return new Argument(name, true, false, 0, true, LARGEST_QUANTITY, null, sentence);
    }

    static Argument positiveQuantity(String name, String sentence) {
        return new Argument(name, true, false, 0, false, LARGEST_QUANTITY, null, sentence);
    }

    static Argument number(String name, double low, double high, String sentence) {
        return new Argument(name, false, false, low, true, high, null, sentence);
    }

    Argument asList() {
        return new Argument(name, inUnitOfQuantity, true, low, lowAllowed, high, defaultValue, sentence);
    }

    Argument orElse(double value) {
        return new Argument(name, inUnitOfQuantity, list, low, lowAllowed, high, value, sentence);
    }

    /** Whether a scenario must give it. */
    public boolean required() {
        return defaultValue == null;
    }

    public boolean accepts(double value) {
        return value <= high && (lowAllowed ? value >= low : value > low);
    }

    /** The rule in words, for instance {@code mean must be above 0 and at most 1.0E18}. */
    public String rule() {
        return name + " must be " + (lowAllowed ? "at least " : "above ") + low + " and at most " + high;
    }

    /** The value, or an IllegalArgumentException that says the rule and the value. */
    double checked(double value) {
        if (!accepts(value)) {
            throw new IllegalArgumentException(rule() + ", got " + value + ".");
        }
        return value;
    }

    double[] checked(double[] values) {
        for (double value : values) {
            checked(value);
        }
        return values;
    }
}
