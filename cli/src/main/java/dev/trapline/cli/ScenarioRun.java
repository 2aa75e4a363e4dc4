package dev.trapline.cli;

import dev.trapline.reports.RunFacts;
import dev.trapline.result.Results;
import java.util.List;

/** A scenario that was run: what came out, with its expectations judged, and what the run was like. */
record ScenarioRun(Results results, RunFacts facts) {
    /** With what queueing formulas say. */
    ScenarioRun with(List<Results.Bound> bounds) {
        return new ScenarioRun(results.withBounds(bounds), facts);
    }

    boolean isAsExpected() {
        return results.expectations().stream().allMatch(Results.Expectation::met);
    }
}
