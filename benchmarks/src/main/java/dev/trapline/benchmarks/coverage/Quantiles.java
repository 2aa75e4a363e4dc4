package dev.trapline.benchmarks.coverage;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Inverts distribution functions. */
final class Quantiles {
    private static final double ACCURACY = 1e-10;
    private static final double LONGEST = 10_000;

    private Quantiles() {}

    /** The time at which a distribution function reaches a share. */
    static double where(double share, DoubleUnaryOperator distribution) {
        return new BrentSolver(ACCURACY).solve(10_000, time -> distribution.applyAsDouble(time) - share, 0, LONGEST);
    }
}
