package dev.trapline.random;

import java.util.List;

/** Many short and few long exponentials: burstier than one exponential. */
public final class HyperexponentialDistribution implements Distribution {

    // Two branches with balanced means: each contributes half of the mean. With s = (cv^2 - 1) / (cv^2 + 1) the short
    // one is taken with probability (1 + sqrt(s)) / 2 (Allen: Probability, Statistics and Queueing Theory, 1990, 3.2.9).

    private static final Argument MEAN = Argument.positiveQuantity("mean", "The mean.");
    private static final Argument CV = Argument.number("cv", 1, 100, "Standard deviation over mean.");

    static final Kind KIND = new Kind(
            "hyperexponential",
            "Many short and few long exponentials, each half of the mean: burstier than one exponential.",
            List.of(MEAN, CV),
            given -> of(given.number("mean"), given.number("cv")));

    private final double mean;
    private final double cv;
    private final double shareOfShort;

    private HyperexponentialDistribution(double mean, double cv) {
        double square = cv * cv;
        this.mean = mean;
        this.cv = cv;
        this.shareOfShort = (1 + StrictMath.sqrt((square - 1) / (square + 1))) / 2;
    }

    public static HyperexponentialDistribution of(double mean, double cv) {
        return new HyperexponentialDistribution(MEAN.checked(mean), CV.checked(cv));
    }

    @Override
    public double sample(KeyedSource source) {
        double share = source.nextDouble() < shareOfShort ? shareOfShort : 1 - shareOfShort;
        return mean / (2 * share) * source.nextExponential();
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double coefficientOfVariation() {
        return cv;
    }
}
