package dev.trapline.random;

import java.util.List;

/** The product of many small factors: service times with a long tail. */
public final class LognormalDistribution implements Distribution {

    private static final Argument MEAN = Argument.positiveQuantity("mean", "The mean.");
    private static final Argument CV = Argument.number("cv", 0.001, 100, "Standard deviation over mean.");

    static final Kind KIND = new Kind(
            "lognormal",
            "The product of many small factors: service times with a long tail.",
            List.of(MEAN, CV),
            given -> of(given.number("mean"), given.number("cv")));

    private final double mean;
    private final double cv;
    private final double sigma;

    private LognormalDistribution(double mean, double cv) {
        this.mean = mean;
        this.cv = cv;
        this.sigma = StrictMath.sqrt(StrictMath.log1p(cv * cv));
    }

    public static LognormalDistribution of(double mean, double cv) {
        return new LognormalDistribution(MEAN.checked(mean), CV.checked(cv));
    }

    @Override
    public double sample(KeyedSource source) {
        return mean * StrictMath.exp(sigma * (source.nextGaussian() - sigma / 2));
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
