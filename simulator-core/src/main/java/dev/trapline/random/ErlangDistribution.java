package dev.trapline.random;

import java.util.List;

/** Equal exponential stages one after the other: more regular than one exponential. */
public final class ErlangDistribution implements Distribution {

    private static final Argument MEAN = Argument.positiveQuantity("mean", "The mean of the sum of all stages.");
    private static final Argument STAGES =
            Argument.number("stages", 1, 100, "How many stages, a whole number; the cv is 1 / sqrt(stages).");

    static final Kind KIND = new Kind(
            "erlang",
            "Equal exponential stages one after the other: more regular than one exponential.",
            List.of(MEAN, STAGES),
            given -> of(given.number("mean"), given.number("stages")));

    private final double mean;
    private final int stages;

    private ErlangDistribution(double mean, int stages) {
        this.mean = mean;
        this.stages = stages;
    }

    public static ErlangDistribution of(double mean, double stages) {
        if (STAGES.checked(stages) != StrictMath.rint(stages)) {
            throw new IllegalArgumentException("stages must be a whole number, got " + stages + ".");
        }
        return new ErlangDistribution(MEAN.checked(mean), (int) stages);
    }

    @Override
    public double sample(KeyedSource source) {
        double sum = 0;
        for (int stage = 0; stage < stages; stage++) {
            sum += source.nextExponential();
        }
        return sum * (mean / stages);
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double coefficientOfVariation() {
        return 1 / StrictMath.sqrt(stages);
    }
}
