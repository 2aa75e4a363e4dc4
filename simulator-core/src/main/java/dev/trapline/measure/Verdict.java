package dev.trapline.measure;

/** What a paired difference shows. */
public enum Verdict {
    BETTER("better"),
    WORSE("worse"),
    NO_DIFFERENCE_SHOWN("no difference shown");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /**
     * The verdict on the first of two that were compared.
     *
     * <p>A difference is shown if 0 is outside its interval; one replication shows nothing.
     *
     * @param difference first minus second, as {@link Replications#paired} gives it
     * @param higherIsBetter true for throughput, false for latency
     */
    public static Verdict of(Estimate difference, boolean higherIsBetter) {
        if (!difference.hasInterval() || difference.covers(0)) {
            return NO_DIFFERENCE_SHOWN;
        }
        return difference.mean() > 0 == higherIsBetter ? BETTER : WORSE;
    }

    /**
     * The verdict on the first of two, one of a family of comparisons.
     *
     * @param difference first minus second
     * @param probability of so large a difference if there is none, corrected for the family, as {@link Holm} does
     * @param error the probability with which the family may call a difference shown that is none
     */
    public static Verdict of(Estimate difference, double probability, double error, boolean higherIsBetter) {
        boolean shown = difference.hasInterval() && difference.mean() != 0 && probability <= error;
        return !shown ? NO_DIFFERENCE_SHOWN : difference.mean() > 0 == higherIsBetter ? BETTER : WORSE;
    }

    /** As reports print it. */
    public String words() {
        return words;
    }
}
