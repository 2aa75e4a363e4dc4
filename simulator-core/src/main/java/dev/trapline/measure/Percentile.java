package dev.trapline.measure;

import java.util.List;

/**
 * What a percentile is, everywhere in Trapline: the smallest observed value that at least so large a share of all observed values
 * do not exceed, which is the one of rank ceil(share x count).
 *
 * <p>It is the inverse of the empirical distribution function (type 1 of Hyndman and Fan, "Sample quantiles in statistical
 * packages", American Statistician 50 (1996)): always a value that occurred, and never one between two. {@link LatencyHistogram}
 * gives the same within its buckets.
 */
public final class Percentile {
    private static final double ROUNDING = 1e-9;

    private Percentile() {}

    /**
     * Of values in ascending order.
     *
     * @param share above 0 and at most 1
     */
    public static double of(List<Double> ascending, double share) {
        return ascending.get(rank(share, ascending.size()) - 1);
    }

    /** The rank from 1: a product that is whole but for its rounding is taken as whole (0.07 x 100 is 7.000000000000001). */
    static int rank(double share, int count) {
        if (!(share > 0 && share <= 1) || count < 1) {
            throw new IllegalArgumentException(
                    "A percentile must be above 0 and at most 1, of at least 1 value, got " + share + " of " + count + ".");
        }
        double exact = share * count;
        return (int) StrictMath.max(1, StrictMath.min(count, StrictMath.ceil(exact - ROUNDING * exact)));
    }
}
