package dev.trapline.reports;

import dev.trapline.result.Results;
import java.util.List;

/** The sample with what an objective's search found: an interval, an end of the search, a refusal, and draws. */
final class SampleLimits {
    private static final Results.Visit HOLDS = new Results.Visit(
            4, 2, 5, "holds", "load.latency.p95 at most 50 ms", "load.latency.p95", "ms", true, 40, 38, 42, "nothing");

    private SampleLimits() {}

    static Results results() {
        List<Results.Limit> limits = List.of(
                limit("native", "all", 16, 16, 16, ""),
                limit("hyper-v-2008", "found", 9, 8, 11, "load.latency.p95 at most 50 ms"),
                limit("esx-3.5", "found", 4, 4, 4, "load.latency.p95 at most 50 ms"),
                limit("xenserver-4.1", "refused", 0, 0, 0, "guests-per-host"));
        return with(SampleResults.named("limits"), limits, List.of(
                new Results.DrawRange("hyper-v-2008", "", 2, "", "limit", "", 9, 5, 8, 13, 20),
                new Results.DrawRange("esx-3.5", "", 2, "", "limit", "", 4, 4, 4, 4, 20)));
    }

    private static Results.Limit limit(String platform, String outcome, long value, long low, long high, String broke) {
        return new Results.Limit(
                platform, "", "", "guests.load.count", "count", 1, 16, outcome, value, low, high, 0.95, broke, "cores", 250, 2000,
                "It carries what it carries.", outcome.equals("refused") ? List.of() : List.of(HOLDS));
    }

    static Results with(Results results, List<Results.Limit> limits, List<Results.DrawRange> ranges) {
        return new Results(
                results.formatVersion(), results.scenario(), results.question(), results.version(), results.scenarioHash(),
                results.catalogueHash(), results.resolvedScenario(), results.settings(), results.axes(), results.platforms(),
                results.points(), results.metrics(), results.differences(), results.percentiles(), results.series(), results.ledgers(),
                results.verdicts(), results.survivals(), limits, results.assumptions(), results.sources(),
                results.unsupported(), results.expectations(), results.warnings(), results.fingerprints(),
                results.ranks(), ranges, results.samples(), results.bounds(), results.steps());
    }
}
