package dev.trapline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Holm's correction for a family of tests: with it, the probability that any difference is called shown which is none is at
 * most the error of one test, whatever depends on what.
 *
 * <p>Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6 (1979). The least of m
 * probabilities is multiplied by m, the next by m - 1, and so on; none is less than the one before it, none above 1. It rejects
 * whatever Bonferroni's correction rejects, and more.
 */
public final class Holm {
    private Holm() {}

    /** The corrected probabilities, in the order of those given. */
    public static double[] corrected(double... probabilities) {
        double[] corrected = new double[probabilities.length];
        double before = 0;
        List<Integer> order = ascending(probabilities);
        for (int rank = 0; rank < order.size(); rank++) {
            int index = order.get(rank);
            double times = (probabilities.length - rank) * probabilities[index];
            before = StrictMath.min(1, StrictMath.max(before, times));
            corrected[index] = before;
        }
        return corrected;
    }

    private static List<Integer> ascending(double[] probabilities) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            if (!(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException("A probability must be from 0 to 1, got " + probabilities[i] + ".");
            }
            order.add(i);
        }
        order.sort(Comparator.comparingDouble(index -> probabilities[index]));
        return order;
    }
}
