package dev.trapline.measure;

/**
 * MSER-5: leaves out so many observations from the beginning that the mean of the rest has the least standard error.
 *
 * <p>White, "An effective truncation heuristic for bias reduction in simulation output", Simulation 69 (1997); in batches of five
 * by White, Cobb, Spratt, WSC 2000. Of n batch means, the d for which the sum of squares of the last n - d about their
 * own mean, divided by (n - d)^2, is least. The last five batches are never a candidate, since a few that happen to be
 * alike would win; a choice in the second half says that the series has not settled (Hoad, Robinson, Davies, JORS 61 (2010)).
 */
public final class Mser {
    /** Observations of one batch. */
    public static final int BATCH = 5;

    private static final int LAST_BATCHES = 5;
    private static final int FEWEST_BATCHES = 2 * LAST_BATCHES;

    private Mser() {}

    /** The end of the warm-up in observations that follow each other; an incomplete last batch is not looked at. */
    public static Truncation of(double[] observations) {
        double[] means = batchMeans(observations);
        if (means.length < FEWEST_BATCHES) {
            return new Truncation(0, observations.length, false);
        }
        int chosen = chosen(means);
        boolean settled = 2 * chosen <= means.length;
        return new Truncation(BATCH * chosen, observations.length, settled);
    }

    private static double[] batchMeans(double[] observations) {
        double[] means = new double[observations.length / BATCH];
        for (int i = 0; i < means.length; i++) {
            double sum = 0;
            for (int k = 0; k < BATCH; k++) {
                sum += observations[BATCH * i + k];
            }
            means[i] = sum / BATCH;
        }
        return means;
    }

    /** From the end to the beginning, mean and sum of squares are carried on by Welford's recurrence; of equals the earliest. */
    private static int chosen(double[] means) {
        double mean = 0;
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        int chosen = 0;
        for (int d = means.length - 1; d >= 0; d--) {
            double count = means.length - d;
            double off = means[d] - mean;
            mean += off / count;
            squares += off * (means[d] - mean);
            double statistic = squares / (count * count);
            if (count >= LAST_BATCHES && statistic <= least) {
                least = statistic;
                chosen = d;
            }
        }
        return chosen;
    }
}
