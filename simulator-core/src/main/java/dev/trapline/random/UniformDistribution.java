package dev.trapline.random;

import java.util.List;

/** Any value between two bounds, each as likely as the other. */
public final class UniformDistribution implements Distribution {

    private static final Argument LOW = Argument.quantity("low", "The lowest value.");
    private static final Argument HIGH = Argument.quantity("high", "The highest value, at least low.");

    static final Kind KIND = new Kind(
            "uniform",
            "Any value between two bounds, each as likely as the other.",
            List.of(LOW, HIGH),
            given -> of(given.number("low"), given.number("high")));

    private final double low;
    private final double width;

    private UniformDistribution(double low, double high) {
        this.low = low;
        this.width = high - low;
    }

    public static UniformDistribution of(double low, double high) {
        if (LOW.checked(low) > HIGH.checked(high)) {
            throw new IllegalArgumentException("high must be at least low, got " + low + " to " + high + ".");
        }
        return new UniformDistribution(low, high);
    }

    @Override
    public double sample(KeyedSource source) {
        return low + width * source.nextDouble();
    }

    @Override
    public double mean() {
        return low + width / 2;
    }

    @Override
    public double coefficientOfVariation() {
        return Moments.coefficientOfVariation(mean(), width * width / 12);
    }
}
