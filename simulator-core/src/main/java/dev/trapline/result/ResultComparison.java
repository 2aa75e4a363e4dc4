package dev.trapline.result;

import java.util.List;

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

    /**
     * One figure in both.
     *
     * @param at the point's varied values, in words
     * @param pairing {@code paired} by replication, or {@code Welch} for independent runs
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

        /** By which share of the first the second is worse; negative if it is better. */
        public double worseBy() {
            return metric.equals("throughput") ? 1 - ratio : ratio - 1;
        }

        public boolean hasRatio() {
            return high > 0;
        }
    }
}
