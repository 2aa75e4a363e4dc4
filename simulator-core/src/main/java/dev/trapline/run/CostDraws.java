package dev.trapline.run;

import dev.trapline.random.LatinHypercube;
import dev.trapline.spec.PointSpec;

/** Draws of the uncertain costs: a Latin hypercube over their ranges. A cost is drawn once for all who use it. */
final class CostDraws {
    private final LatinHypercube hypercube;

    CostDraws(long seed, int draws) {
        hypercube = new LatinHypercube(seed, draws);
    }

    /** The point with every uncertain cost at its value in a draw. */
    PointSpec apply(PointSpec point, int draw) {
        return UncertainCosts.at(point, identity -> quantile(identity, draw));
    }

    /** Where in its range a cost lies in a draw, 0 to 1. */
    double quantile(String identity, int draw) {
        return hypercube.quantile("draws/" + identity, draw);
    }
}
