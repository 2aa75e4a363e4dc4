package dev.trapline.random;

import java.util.List;

/** Sizes of files and transfers: a power law between two bounds. */
public final class BoundedParetoDistribution implements Distribution {

    // With r = high / low the cumulative function is (1 - (x / low)^-shape) / (1 - r^-shape), inverted for the sample.
    // The n-th moment is low^n shape I / (1 - r^-shape), I the integral of x^(n - shape - 1) from 1 to r.

    private static final double LARGEST_RATIO = 1e12;
    private static final Argument SHAPE =
            Argument.number("shape", 0.05, 50, "The exponent of the tail; below 2 the tail dominates.");
    private static final Argument LOW = Argument.positiveQuantity("low", "The lowest value.");
    private static final Argument HIGH =
            Argument.positiveQuantity("high", "The highest value, above low and at most 1e12 times low.");

    static final Kind KIND = new Kind(
            "pareto",
            "Sizes of files and transfers: a power law between two bounds.",
            List.of(SHAPE, LOW, HIGH),
            given -> of(given.number("shape"), given.number("low"), given.number("high")));

    private final double shape;
    private final double low;
    private final double high;
    private final double covered;

    private BoundedParetoDistribution(double shape, double low, double high) {
        this.shape = shape;
        this.low = low;
        this.high = high;
        this.covered = -StrictMath.expm1(-shape * StrictMath.log(high / low));
    }

    public static BoundedParetoDistribution of(double shape, double low, double high) {
        SHAPE.checked(shape);
        if (LOW.checked(low) >= HIGH.checked(high) || high / low > LARGEST_RATIO) {
            throw new IllegalArgumentException("high must be above low and at most " + LARGEST_RATIO
                    + " times low, got " + low + " to " + high + ".");
        }
        return new BoundedParetoDistribution(shape, low, high);
    }

    @Override
    public double sample(KeyedSource source) {
        double logarithm = -StrictMath.log1p(-source.nextOpenDouble() * covered) / shape;
        return StrictMath.min(low * StrictMath.exp(logarithm), high);
    }

    @Override
    public double mean() {
        return low * momentOfLowOne(1);
    }

    @Override
    public double coefficientOfVariation() {
        double mean = momentOfLowOne(1);
        return Moments.coefficientOfVariation(mean, momentOfLowOne(2) - mean * mean);
    }

    private double momentOfLowOne(int order) {
        double logRatio = StrictMath.log(high / low);
        double exponent = order - shape;
        double integral = exponent == 0 ? logRatio : StrictMath.expm1(exponent * logRatio) / exponent;
        return shape * integral / covered;
    }
}
