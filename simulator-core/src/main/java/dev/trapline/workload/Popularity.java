package dev.trapline.workload;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** How often pages are used: which rank a uniform draw stands for. */
final class Popularity {
    private final int pages;
    private final double[] upTo;

    private Popularity(int pages, double[] upTo) {
        this.pages = pages;
        this.upTo = upTo;
    }

    /** All alike. */
    static Popularity uniform(int pages) {
        return new Popularity(pages, null);
    }

    /** The page of rank r, from 1, in proportion to r to the power of minus the exponent. */
    static Popularity zipf(int pages, double exponent) {
        return weighted(pages, rank -> StrictMath.pow(rank, -exponent));
    }

    /** Each page less than the one before, by the factor e over so many pages. */
    static Popularity exponential(int pages, double scale) {
        return weighted(pages, rank -> StrictMath.exp(-rank / scale));
    }

    private static Popularity weighted(int pages, IntToDoubleFunction weight) {
        double[] upTo = new double[pages];
        double sum = 0;
        for (int i = 0; i < pages; i++) {
            sum += weight.applyAsDouble(i + 1);
            upTo[i] = sum;
        }
        for (int i = 0; i < pages; i++) {
            upTo[i] /= sum;
        }
        return new Popularity(pages, upTo);
    }

    /** @param draw from 0 to below 1 */
    int rank(double draw) {
        if (upTo == null) {
            return (int) (draw * pages);
        }
        int found = Arrays.binarySearch(upTo, draw);
        return Math.min(pages - 1, found >= 0 ? found + 1 : -found - 1);
    }
}
