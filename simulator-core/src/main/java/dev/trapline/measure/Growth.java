package dev.trapline.measure;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Whether the number of requests inside an open system grows without bound.
 *
 * <p>The observed time is cut into twenty slices. What the number inside gains in a slice is taken as an observation: under
 * overload it has a positive mean, as a random walk has; in a steady state the gains of neighbours cancel, their sum stays
 * what the number inside varies by, and so the t of their mean is small however long the run is. A run says <em>grows</em> if
 * the mean gain is above zero at a one-sided error of 1 in 2,000. It says <em>settled</em> if the upper end of the interval,
 * at 99 %, is below 1 % of the arrivals, or if the mean is and what one look gains the next one loses: the correlation of
 * neighbouring gains is negative by three of its standard errors, that of a random walk is zero. Else it is too short to tell.
 *
 * @param outcome what can be said
 * @param perArrival the mean gain, as a part of the arrivals
 * @param atMost the upper end of its one-sided interval at 99 %
 */
public record Growth(Outcome outcome, double perArrival, double atMost) {
    private static final int SLICES = 20;
    private static final double ERROR = 1.0 / 2000;
    private static final double CONFIDENCE = 0.99;
    private static final double NEGLIGIBLE = 0.01;
    private static final double ERRORS_OF_CORRELATION = 3;

    /** What can be said. */
    public enum Outcome {
        SETTLED,
        GROWS,
        CANNOT_TELL
    }

    /** What one replication saw: the number inside at equal distances in time, ends included, and how many arrived meanwhile. */
    public record Backlog(long[] inside, long arrived) {
        public Backlog {
            if (inside.length < SLICES + 1 || arrived < 0) {
                throw new IllegalArgumentException("A backlog needs at least " + (SLICES + 1)
                        + " looks and no negative number of arrivals, got " + inside.length + " and " + arrived + ".");
            }
            inside = inside.clone();
        }

        private long at(int slice) {
            return inside[(int) ((long) slice * (inside.length - 1) / SLICES)];
        }
    }

    /** Over all replications; at least one. */
    public static Growth of(List<Backlog> replications) {
        int count = SLICES * replications.size();
        double arrived = 0;
        double mean = 0;
        for (Backlog backlog : replications) {
            arrived += backlog.arrived();
            mean += (double) (backlog.at(SLICES) - backlog.at(0)) / count;
        }
        if (arrived == 0) {
            return new Growth(Outcome.CANNOT_TELL, 0, 0);
        }
        double error = StrictMath.sqrt(squares(replications, mean) / (count - 1) / count);
        TDistribution t = new TDistribution(null, count - 1);
        boolean grows = mean > error * t.inverseCumulativeProbability(1 - ERROR);
        double perArrival = mean * count / arrived;
        double atMost = (mean + error * t.inverseCumulativeProbability(CONFIDENCE)) * count / arrived;
        boolean settled = atMost < NEGLIGIBLE || perArrival < NEGLIGIBLE && returns(replications);
        Outcome outcome = grows ? Outcome.GROWS : settled ? Outcome.SETTLED : Outcome.CANNOT_TELL;
        return new Growth(outcome, perArrival, atMost);
    }

    /** Whether the number inside is drawn back to where it was. */
    private static boolean returns(List<Backlog> replications) {
        double products = 0;
        double squares = 0;
        long pairs = 0;
        for (Backlog backlog : replications) {
            long[] inside = backlog.inside();
            for (int i = 2; i < inside.length; i++) {
                double gain = inside[i] - inside[i - 1];
                products += gain * (inside[i - 1] - inside[i - 2]);
                squares += gain * gain;
                pairs++;
            }
        }
        return products < -ERRORS_OF_CORRELATION * squares / StrictMath.sqrt(pairs);
    }

    private static double squares(List<Backlog> replications, double mean) {
        double squares = 0;
        for (Backlog backlog : replications) {
            for (int slice = 0; slice < SLICES; slice++) {
                double off = backlog.at(slice + 1) - backlog.at(slice) - mean;
                squares += off * off;
            }
        }
        return squares;
    }
}
