package dev.trapline.random;

import java.util.List;

/**
 * A normal distribution without its negative part, whose mean and cv after the cut are the given ones.
 *
 * <p>A normal of cv 0.75 cut at 0 would have a mean 16 % above its own; here {@code mean: 30 ms} is 30 ms.
 */
public final class TruncatedNormalDistribution implements Distribution {

    // The normal before the cut has mean location and deviation scale. With a = location / scale and the hazard
    // h = density(a) / cumulative(a), the part above 0 has mean scale (a + h) and variance scale^2 (1 - h (h + a))
    // (Johnson, Kotz, Balakrishnan: Continuous Univariate Distributions 1, chapter 13). Its cv falls with a and is
    // 0.7555 at a = 0, where half of the normal is cut. Up to a cv of 0.75 at least every second draw is accepted. a is
    // bisected once, when the distribution is made. The cumulative function of commons-math3 is pure Java (FastMath).

    private static final Argument MEAN = Argument.positiveQuantity("mean", "The mean, after the cut.");
    private static final Argument CV = Argument.number(
            "cv", 0.001, 0.75, "Standard deviation over mean, after the cut; for more take gamma or lognormal.");

    static final Kind KIND = new Kind(
            "normal",
            "The sum of many small things: a bell around the mean, cut at 0.",
            List.of(MEAN, CV),
            given -> of(given.number("mean"), given.number("cv")));

    private static final org.apache.commons.math3.distribution.NormalDistribution STANDARD =
            new org.apache.commons.math3.distribution.NormalDistribution(null, 0, 1);
    private static final int BISECTIONS = 100;

    private final double mean;
    private final double cv;
    private final double location;
    private final double scale;

    private TruncatedNormalDistribution(double mean, double cv) {
        double ratio = locationOverScale(cv);
        this.mean = mean;
        this.cv = cv;
        this.scale = mean / (ratio + hazard(ratio));
        this.location = ratio * scale;
    }

    public static TruncatedNormalDistribution of(double mean, double cv) {
        return new TruncatedNormalDistribution(MEAN.checked(mean), CV.checked(cv));
    }

    @Override
    public double sample(KeyedSource source) {
        double value = location + scale * source.nextGaussian();
        while (value < 0) {
            value = location + scale * source.nextGaussian();
        }
        return value;
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double coefficientOfVariation() {
        return cv;
    }

    private static double locationOverScale(double cv) {
        double low = 0;
        double high = 1 / cv + 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (cvAfterCut(middle) > cv) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double cvAfterCut(double ratio) {
        double hazard = hazard(ratio);
        return StrictMath.sqrt(1 - hazard * (hazard + ratio)) / (ratio + hazard);
    }

    private static double hazard(double ratio) {
        double density = StrictMath.exp(-ratio * ratio / 2) / StrictMath.sqrt(2 * StrictMath.PI);
        return density / STANDARD.cumulativeProbability(ratio);
    }
}
