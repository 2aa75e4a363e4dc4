package dev.trapline.benchmarks.fingerprints;

import dev.trapline.result.Results;
import dev.trapline.run.RecordDigest;
import java.util.List;

/**
 * What a cell gave, as hashes.
 *
 * @param millis simulated time that was asked of the run
 * @param results 16 hexadecimal digits, over all figures, distributions, series, ledgers, differences, ranks and verdicts
 * @param events how many were executed
 * @param eventsHash over the events in their order; an optimisation may change these two
 */
public record Seen(Cell cell, long millis, String results, long events, String eventsHash) {
    private static final int DIGITS = 16;

    static Seen of(Cell cell, long millis, Results results) {
        return new Seen(
                cell, millis, hash(results), results.fingerprints().eventsExecuted(), results.fingerprints().events());
    }

    /** Of the figures alone: sentences may be worded anew, and the program's version and the catalogue's hash are no results. */
    static String hash(Results results) {
        RecordDigest digest = new RecordDigest()
                .add(results.metrics())
                .add(results.percentiles())
                .add(results.series())
                .add(results.ledgers())
                .add(results.differences())
                .add(results.ranks())
                .add(results.steps())
                .add(results.samples());
        for (Results.Verdict verdict : results.verdicts()) {
            digest.add(List.of(
                    verdict.platform(), verdict.setting(), verdict.point(), verdict.metric(), verdict.ratioLow(),
                    verdict.ratioHigh(), verdict.word(), verdict.stopsScalingAt(), verdict.mechanisms()));
        }
        return digest.text().substring(0, DIGITS);
    }
}
