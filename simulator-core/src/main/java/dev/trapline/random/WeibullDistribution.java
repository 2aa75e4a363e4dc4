package dev.trapline.random;

import java.util.List;

/** Times to failure: a power of an exponential. */
public final class WeibullDistribution implements Distribution {

    private static final Argument MEAN = Argument.positiveQuantity("mean", "The mean.");
    private static final Argument SHAPE =
            Argument.number("shape", 0.1, 50, "Below 1 a long tail, 1 the exponential, above 1 a hump.");

    static final Kind KIND = new Kind(
            "weibull",
            "Times to failure: a power of an exponential.",
            List.of(MEAN, SHAPE),
            given -> of(given.number("mean"), given.number("shape")));

    private final double mean;
    private final double cv;
    private final double scale;
    private final double power;

    private WeibullDistribution(double mean, double shape) {
        // Its gamma function is pure Java (FastMath), the same on every JDK.
        var ofScaleOne = new org.apache.commons.math3.distribution.WeibullDistribution(null, shape, 1);
        double meanOfScaleOne = ofScaleOne.getNumericalMean();
        this.mean = mean;
        this.cv = Moments.coefficientOfVariation(meanOfScaleOne, ofScaleOne.getNumericalVariance());
        this.scale = mean / meanOfScaleOne;
        this.power = 1 / shape;
    }

    public static WeibullDistribution of(double mean, double shape) {
        return new WeibullDistribution(MEAN.checked(mean), SHAPE.checked(shape));
    }

    @Override
    public double sample(KeyedSource source) {
        return scale * StrictMath.exp(power * StrictMath.log(source.nextExponential()));
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
