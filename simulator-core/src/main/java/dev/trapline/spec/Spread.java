package dev.trapline.spec;

/** How draws spread over what a number may be: half of them below its value and half above, evenly on either side. */
final class Spread {
    private Spread() {}

    /** The number at a quantile: 0 the low end, 0.5 the value itself, 1 the high end. */
    static long at(double quantile, long low, long value, long high) {
        double drawn = quantile < 0.5
                ? low + (value - low) * (quantile * 2)
                : value + (high - value) * (quantile * 2 - 1);
        return StrictMath.round(drawn);
    }
}
