package dev.trapline.result;

import java.util.List;

/**
 * What a screening of the uncertain costs found: which of them one figure of each platform depends on, at one point.
 *
 * @param at the point in words; empty if the scenario has but one
 * @param unit of the figure
 * @param trajectories of Morris' design
 * @param replications with which the ends of the ranges were run
 * @param runs how many were made in all
 */
public record Sensitivity(
        String scenario,
        String version,
        String catalogueHash,
        long seed,
        boolean quick,
        String at,
        String guest,
        String metric,
        String unit,
        int trajectories,
        int replications,
        int runs,
        List<Screening> screenings) {

    /**
     * One platform, or one variant of it.
     *
     * @param mean of the figure with every cost at its value, with its interval
     * @param costs how many of those that it may use have ranges
     * @param idle how many of them changed nothing at all
     * @param effects of the others, assumed and derived ones first, the strongest first
     */
    public record Screening(
            String platform, String variant, String title, double mean, double low, double high, int runs, int costs, int idle,
            List<Effect> effects) {}

    /**
     * What a cost does to the figure. Changes are in the figure's unit, for the whole of the cost's range.
     *
     * @param rank by the mean of the absolute changes, over all costs of the platform
     * @param meanAbsolute Morris' mu*, with the standard error that its trajectories give it
     * @param mean Morris' mu: smaller than mu* where the figure turns
     * @param deviation Morris' sigma: how much the change depends on the other costs
     * @param swings what the figure does at the low and the high end of the range, all other costs at their values; empty of
     * weak costs
     */
    public record Effect(
            int rank,
            Assumed cost,
            double meanAbsolute,
            double standardError,
            double mean,
            double deviation,
            List<Swing> swings) {}

    /** A cost with its range and how it is known. */
    public record Assumed(
            String owner, String name, double value, double low, double high, String unit, String basis, String source) {
        /** Whether nobody measured or stated it. */
        public boolean isUnmeasured() {
            return basis.equals("assumed") || basis.equals("derived");
        }
    }

    /** The paired change of the figure at one end of a cost's range, with its interval. */
    public record Swing(double change, double low, double high) {}
}
