package dev.trapline.cli.validation;

import dev.trapline.result.Results;
import dev.trapline.scenarios.expect.Judgement;
import java.util.List;
import java.util.function.Function;

/**
 * One published experiment, run again.
 *
 * @param size what was run, in words: platforms, points, replications
 * @param quickFingerprint of the results of a shortened run, by which a test sees that the model has changed since; empty where
 *     even that would take long
 */
public record Rerun(
        String name,
        String question,
        String size,
        String scenarioHash,
        String catalogueHash,
        long events,
        String quickFingerprint,
        List<Row> rows) {
    /** In a fifth of the time these are less than two million: well under a second. */
    private static final long MOST_EVENTS = 8_000_000;

    /**
     * Of results and how they compare.
     *
     * @param simulated how a figure is put into words
     */
    public static Rerun of(
            Results results, List<Judgement> judgements, String size, Function<Results.Metric, String> simulated) {
        return new Rerun(
                results.scenario(),
                results.question(),
                size,
                results.scenarioHash(),
                results.catalogueHash(),
                results.fingerprints().eventsExecuted(),
                "",
                new RowMaker(results, judgements, simulated).rows());
    }

    /** Whether a shortened run is quick enough for a test. */
    public boolean hasQuickRun() {
        return events <= MOST_EVENTS;
    }

    public Rerun withQuickRun(Results shortened) {
        return new Rerun(
                name, question, size, scenarioHash, catalogueHash, events, shortened.fingerprints().results(), rows);
    }
}
