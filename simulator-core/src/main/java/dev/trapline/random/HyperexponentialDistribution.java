package dev.trapline.random;

import java.util.List;

/** Many short and few long exponentials: burstier than one exponential. */
public final class HyperexponentialDistribution implements Distribution {

    // Two branches with balanced means: a branch taken with probability p has mean / (2 p), so each contributes half of
    // the mean. The second moment is then mean^2 / (2 p (1 - p)), hence p (1 - p) = 1 / (2 (cv^2 + 1)), and the larger
    // root, the share of the short branch, is (1 + sqrt((cv^2 - 1) / (cv^2 + 1))) / 2.

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
