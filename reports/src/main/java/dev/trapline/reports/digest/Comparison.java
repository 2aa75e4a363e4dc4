package dev.trapline.reports.digest;

/**
 * A published figure and what came out of simulating it.
 *
 * @param table of the source; empty where a scenario itself states what it expects
 * @param name its row and column, or its metric
 * @param kind what the figure may do: {@code predict}, {@code calibrate} and so on
 * @param wanted what was published, in words, and {@code simulated} what came out
 * @param measured the same as numbers of one unit, both 0 where there are none
 * @param ratioMeasured the same as ratios to the reference, both 0 where that was not measured
 * @param met whether it is as near as it should be
 * @param reason why it misses, if that is known
 */
public record Comparison(
        String experiment,
        String table,
        String name,
        String platform,
        String kind,
        String wanted,
        String simulated,
        double measured,
        double found,
        String unit,
        double ratioMeasured,
        double ratioFound,
        String error,
        boolean met,
        String reason) {}
