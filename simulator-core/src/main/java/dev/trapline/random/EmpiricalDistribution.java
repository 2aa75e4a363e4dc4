package dev.trapline.random;

import java.util.List;

/** Values that were observed, each as often as its weight says. */
public final class EmpiricalDistribution implements Distribution {

    private static final int MOST_VALUES = 100_000;
    private static final Argument VALUES =
            Argument.quantity("values", "The values, at most 100,000.").asList();
    private static final Argument WEIGHTS = Argument.number(
                    "weights", 0, 1e12, "How often each value comes, relative to the others; a single one is for all.")
            .asList()
            .orElse(1);

    static final Kind KIND = new Kind(
            "empirical",
            "Values that were observed, each as often as its weight says.",
            List.of(VALUES, WEIGHTS),
            given -> of(given.numbers("values"), given.numbers("weights")));

    private final double[] values;
    private final double[] cumulative;
    private final double total;
    private final double mean;
    private final double cv;

    private EmpiricalDistribution(double[] values, double[] weights) {
        this.values = values;
        this.cumulative = cumulated(weights);
        this.total = cumulative[cumulative.length - 1];
        if (total <= 0) {
            throw new IllegalArgumentException("weights must not all be 0.");
        }
        this.mean = weightedSum(values, weights) / total;
        this.cv = Moments.coefficientOfVariation(mean, weightedSquares(values, weights, mean) / total);
    }

    /** Weights are one for each value, or a single one for all. */
    public static EmpiricalDistribution of(double[] values, double[] weights) {
        if (values.length == 0 || values.length > MOST_VALUES) {
            throw new IllegalArgumentException("values must be 1 to " + MOST_VALUES + ", got " + values.length + ".");
        }
        if (weights.length != 1 && weights.length != values.length) {
            throw new IllegalArgumentException("weights must be as many as values or a single one, got "
                    + weights.length + " for " + values.length + " values.");
        }
        VALUES.checked(values);
        double[] weightOfEach = spread(WEIGHTS.checked(weights), values.length);
        return new EmpiricalDistribution(values.clone(), weightOfEach);
    }

    /** The first value whose cumulative weight is above a uniform share of all weights; of weight 0 is never first. */
    @Override
    public double sample(KeyedSource source) {
        double share = source.nextDouble() * total;
        int low = 0;
        int high = values.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > share) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values[low];
    }

    @Override
    public double mean() {
        return mean;
    }

    @Override
    public double coefficientOfVariation() {
        return cv;
    }

    private static double[] spread(double[] weights, int count) {
        double[] each = new double[count];
        for (int i = 0; i < count; i++) {
            each[i] = weights[weights.length == 1 ? 0 : i];
        }
        return each;
    }

    private static double[] cumulated(double[] weights) {
        double[] cumulative = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            cumulative[i] = sum;
        }
        return cumulative;
    }

    private static double weightedSum(double[] values, double[] weights) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
        }
        return sum;
    }

    private static double weightedSquares(double[] values, double[] weights, double mean) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * (values[i] - mean) * (values[i] - mean);
        }
        return sum;
    }
}
