package dev.trapline.random;

/** What the first two moments say. */
final class Moments {

    private Moments() {}

    /** Standard deviation over mean, 0 where nothing varies; rounding may have left the variance just below 0. */
    static double coefficientOfVariation(double mean, double variance) {
        return variance <= 0 ? 0 : StrictMath.sqrt(variance) / mean;
    }
}
