package dev.trapline.random;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A Latin hypercube: of so many draws each quantity takes one from each of as many equal parts of its range, in an order of its
 * own. What a quantity draws depends on its name and the seed alone, not on which others there are. Not for several threads.
 */
public final class LatinHypercube {
    private final long seed;
    private final int draws;
    private final Map<String, int[]> orders = new LinkedHashMap<>();

    public LatinHypercube(long seed, int draws) {
        this.seed = seed;
        this.draws = draws;
    }

    /** Where in its range a quantity lies in a draw, from 0 to below 1. */
    public double quantile(String name, int draw) {
        KeyedSource source = new KeyedSource(seed, 0, KeyedSource.path(name));
        int[] order = orders.computeIfAbsent(name, absent -> permutation(source));
        return (order[draw] + source.at(1, draw, 0).nextDouble()) / draws;
    }

    private int[] permutation(KeyedSource source) {
        int[] order = new int[draws];
        for (int i = 0; i < draws; i++) {
            int j = source.at(0, i, 0).nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
