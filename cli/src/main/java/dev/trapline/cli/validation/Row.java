package dev.trapline.cli.validation;

import dev.trapline.scenarios.published.Use;
import java.util.Map;
import java.util.Optional;

/**
 * A line of measured against simulated.
 *
 * @param table the published table, its row and column; empty where the scenario itself states what it expects
 * @param platform whose figure it is, and which variant's; empty where it is about several
 * @param at the varied values that it is for
 * @param wanted what was published, in words
 * @param simulated what came out, of one figure, in words
 * @param figure the two figures, where there are two to compare
 * @param ratio the same as a ratio to the reference, where that was measured too
 * @param error how far off it is, in words
 * @param found what came out, in words
 * @param knownMiss why it is known to miss, or empty
 */
public record Row(
        Use use,
        String table,
        String row,
        String column,
        String metric,
        String platform,
        String variant,
        Map<String, String> at,
        String wanted,
        String simulated,
        Optional<Figure> figure,
        Optional<Ratio> ratio,
        String error,
        boolean met,
        String found,
        String note,
        String knownMiss) {

    /** Measured and simulated, in one unit. */
    public record Figure(double measured, double simulated, String unit) {

        /** The relative error; of a measured zero there is none. */
        Optional<Double> relativeError() {
            return measured == 0 ? Optional.empty() : Optional.of(Math.abs(simulated / measured - 1));
        }
    }

    /**
     * A figure over the reference's, both measured and both simulated.
     *
     * @param slower whether a larger ratio is a slower platform
     */
    public record Ratio(double measured, double simulated, boolean slower) {
        private static final double LEAST_OVERHEAD = 0.05;

        double error() {
            return errorOf(simulated);
        }

        /** The relative error of another prediction of it. */
        double errorOf(double predicted) {
            return Math.abs(predicted / measured - 1);
        }

        /** How much slower it was measured to be than the reference. */
        double slowdown() {
            return slower ? measured : 1 / measured;
        }

        /** What a platform that is slower by so much would give. */
        double of(double slowdown) {
            return slower ? slowdown : 1 / slowdown;
        }

        /** Whether the two differ by enough to be worth predicting. */
        boolean hasOverhead() {
            return Math.abs(measured - 1) >= LEAST_OVERHEAD;
        }
    }

    /** What it is scored by: of a ratio its error, else that of the figure; nothing where only a bound is claimed. */
    public Optional<Double> score() {
        return use == Use.PREDICT && ratio.isPresent()
                ? ratio.map(Ratio::error)
                : figure.flatMap(Figure::relativeError);
    }

    /** The same, but not as published. */
    Row missed() {
        return new Row(
                use, table, row, column, metric, platform, variant, at, wanted, simulated, figure, ratio, error, false, found, note,
                knownMiss);
    }

    boolean isExplained() {
        return !knownMiss.isEmpty();
    }

    /** {@code xen-2003/processes, fork, xen} or {@code load.throughput of native}. */
    String name() {
        return table.isEmpty() ? metric + " of " + platform : table + ", " + row + ", " + column;
    }
}
