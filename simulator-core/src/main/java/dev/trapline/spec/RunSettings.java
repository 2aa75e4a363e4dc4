package dev.trapline.spec;

/** How long and how often a point is run. */
public record RunSettings(
        long seed, long durationPicos, long warmUpPicos, int replications, double confidence, boolean quick, int draws) {
    public RunSettings {
        if (durationPicos <= 0 || warmUpPicos < 0 || replications < 1) {
            throw new IllegalArgumentException("a run needs a positive duration and at least one replication");
        }
    }
}
