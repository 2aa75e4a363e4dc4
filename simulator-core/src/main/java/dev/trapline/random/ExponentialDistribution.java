package dev.trapline.random;

import java.util.List;

/** The time between events that know nothing of each other. */
public final class ExponentialDistribution implements Distribution {

    private static final Argument MEAN = Argument.positiveQuantity("mean", "The mean.");

    static final Kind KIND = new Kind(
            "exponential",
            "The time between events that know nothing of each other; cv 1.",
            List.of(MEAN),
            given -> of(given.number("mean")));

    private final double mean;

    private ExponentialDistribution(double mean) {
        this.mean = mean;
    }

    public static ExponentialDistribution of(double mean) {
        return new ExponentialDistribution(MEAN.checked(mean));
    }

    @Override
    public double sample(KeyedSource source) {
        return mean * source.nextExponential();
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double coefficientOfVariation() {
        return 1;
    }
}
