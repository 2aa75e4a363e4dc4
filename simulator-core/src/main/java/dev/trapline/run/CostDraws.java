package dev.trapline.run;

import dev.trapline.random.KeyedSource;
import dev.trapline.spec.PointSpec;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Draws of the uncertain costs: a Latin hypercube over their ranges, so that each cost takes a value from each of as many
 * equal parts of its range as there are draws, in an order of its own. A cost is drawn once for all who use it.
 */
final class CostDraws {
    private final long seed;
    private final int draws;
    private final Map<String, int[]> orders = new LinkedHashMap<>();

    CostDraws(long seed, int draws) {
        this.seed = seed;
        this.draws = draws;
    }

    /** The point with every uncertain cost at its value in a draw. */
    PointSpec apply(PointSpec point, int draw) {
        return UncertainCosts.at(point, identity -> quantile(identity, draw));
    }

    /** Where in its range a cost lies in a draw, 0 to 1. */
    double quantile(String identity, int draw) {
        KeyedSource source = new KeyedSource(seed, 0, KeyedSource.path("draws/" + identity));
        int[] order = orders.computeIfAbsent(identity, name -> permutation(source));
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
