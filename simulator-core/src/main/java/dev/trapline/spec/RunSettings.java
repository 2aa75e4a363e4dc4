package dev.trapline.spec;

import java.util.Optional;

/**
 * How long and how often a point is run.
 *
 * @param warmUpPicos simulated time that is not measured; with {@code warmUpByItself} a pilot run finds it
 * @param replications how many; with a precision, the least of that
 */
public record RunSettings(
        long seed,
        long durationPicos,
        long warmUpPicos,
        int replications,
        double confidence,
        boolean quick,
        int draws,
        boolean warmUpByItself,
        Optional<PrecisionSpec> precision) {
    public RunSettings {
        if (durationPicos <= 0 || warmUpPicos < 0 || replications < 1) {
            throw new IllegalArgumentException("a run needs a positive duration and at least one replication");
        }
    }

    /** With a given warm-up and number of replications. */
    public RunSettings(
            long seed, long durationPicos, long warmUpPicos, int replications, double confidence, boolean quick, int draws) {
        this(seed, durationPicos, warmUpPicos, replications, confidence, quick, draws, false, Optional.empty());
    }

    public RunSettings withWarmUp(long picos) {
        return new RunSettings(seed, durationPicos, picos, replications, confidence, quick, draws, warmUpByItself, precision);
    }
}
