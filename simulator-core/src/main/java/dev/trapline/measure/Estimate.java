package dev.trapline.measure;

/**
 * A mean over replications with its confidence interval.
 *
 * <p>One replication has no interval: low and high are the mean then, and {@link #hasInterval} is false.
 *
 * @param mean the point estimate
 * @param low lower end of the interval, at most the mean
 * @param high upper end of the interval, at least the mean
 * @param confidence the probability with which such intervals cover the truth, between 0 and 1
 * @param replications how many independent values it stands on
 */
public record Estimate(double mean, double low, double high, double confidence, int replications) {

    public Estimate {
        boolean finite = Double.isFinite(mean) && Double.isFinite(low) && Double.isFinite(high);
        require(finite, "must be finite", mean, low, high);
        require(low <= mean && mean <= high, "must lie inside its interval", mean, low, high);
        require(replications >= 1, "needs at least 1 replication", mean, low, high);
        require(replications > 1 || low == high, "of one replication has no interval", mean, low, high);
        require(confidence > 0 && confidence < 1, "needs a confidence between 0 and 1", mean, low, high);
    }

    /** A value of which nothing is known but itself. */
    public static Estimate ofOne(double value, double confidence) {
        return new Estimate(value, value, value, confidence, 1);
    }

    /** Whether low and high say anything. */
    public boolean hasInterval() {
        return replications > 1;
    }

    /** Whether a value is inside the interval, ends included. */
    public boolean covers(double value) {
        return low <= value && value <= high;
    }

    private static void require(boolean holds, String rule, double mean, double low, double high) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "An estimate " + rule + ", got " + mean + " in " + low + " to " + high + ".");
        }
    }
}
