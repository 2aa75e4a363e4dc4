package dev.trapline.result;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is different between two results, the first of which is the reference.
 *
 * @param changes of what was asked for: what it is, and both values
 * @param rows every figure that both have
 * @param onlyFirst what only the first has: points and platforms, in words
 */
public record ResultComparison(
        String first,
        String second,
        double confidence,
        List<Change> changes,
        List<Row> rows,
        List<String> onlyFirst,
        List<String> onlySecond) {

    /** One thing that is not as it was; empty where it was not there. */
    public record Change(String what, String first, String second) {}

    /** How many figures have this verdict. */
    public long count(String verdict) {
        return rows.stream().filter(row -> row.verdict().equals(verdict)).count();
    }

    /** The figure that got worse by the largest share; none if none is shown to have got worse. */
    public Optional<Row> worst() {
        return rows.stream()
                .filter(row -> row.verdict().equals("worse") && row.hasRatio())
                .max(Comparator.comparingDouble(Row::worseBy));
    }

    /** Where the second is saturated and the first is not, which is worse than any latency: places, in words. */
    public List<String> newlySaturated() {
        return rows.stream().filter(row -> row.isState() && row.verdict().equals("worse")).map(Row::place).toList();
    }

    /** How figures were compared: {@code paired}, {@code as independent (Welch)}, or both. */
    public String pairings() {
        return rows.stream()
                .filter(row -> !row.isState())
                .map(row -> row.pairing().equals("Welch") ? "as independent (Welch)" : row.pairing())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .collect(Collectors.joining(" or "));
    }

    /**
     * One figure in both; or, as metric {@code steady-state}, that the open load of a group saturates one of them, so that no
     * latency is left to compare there: 1 for the one that carries it, 0 for the other, and no ratio.
     *
     * @param at the point's varied values, in words
     * @param pairing {@code paired} by replication, or {@code Welch} for independent runs; empty for
     *     a state
     * @param ratio second to first, with its interval; all 0 where the first cannot be told from 0
     * @param verdict on the second: {@code better}, {@code worse}, {@code no difference shown}, by Holm's correction over all rows
     *     of one metric
     */
    public record Row(
            String platform,
            String variant,
            String at,
            String guest,
            String metric,
            String unit,
            String pairing,
            double first,
            double firstHalfWidth,
            double second,
            double secondHalfWidth,
            double ratio,
            double low,
            double high,
            String verdict) {
        /** The metric of rows that say which of the two is saturated. */
        public static final String STEADY_STATE = "steady-state";

        /** Whether it says which of the two is saturated, and is no figure. */
        public boolean isState() {
            return metric.equals(STEADY_STATE);
        }

        /** A state in a word. */
        public static String state(double value) {
            return value == 0 ? "saturated" : "carried";
        }

        /** By which share of the first the second is worse; negative if it is better. */
        public double worseBy() {
            return metric.equals("throughput") ? 1 - ratio : ratio - 1;
        }

        /** Whether it is shown to be better or worse. */
        public boolean showsDifference() {
            return verdict.equals("better") || verdict.equals("worse");
        }

        /** Platform, guest group and point in words. */
        public String place() {
            return platform + (variant.isEmpty() ? "" : " (" + variant + ")") + ", " + guest
                    + (at.isEmpty() ? "" : ", " + at);
        }

        public boolean hasRatio() {
            return high > 0;
        }
    }
}
