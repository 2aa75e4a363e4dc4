package dev.trapline.run;

import dev.trapline.measure.Estimate;
import dev.trapline.measure.Replications;
import dev.trapline.measure.Verdict;
import java.util.Optional;

/**
 * One figure of a platform against the reference at the same point, replication by replication under the same arrivals
 * and demands.
 *
 * @param ratio to the reference
 */
record Comparison(Estimate ratio, Verdict verdict) {

    /** Empty where a figure is missing, or the reference's cannot be told from nothing. */
    static Optional<Comparison> of(Cell cell, Cell reference, String guest, String metric, double confidence) {
        Optional<Replications> own = cell.metric(guest, metric).map(entry -> entry.getValue());
        Optional<Replications> other = reference.metric(guest, metric).map(entry -> entry.getValue());
        if (own.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        boolean higherIsBetter = metric.equals("throughput");
        Verdict verdict = Verdict.of(Replications.paired(own.get(), other.get(), confidence), higherIsBetter);
        return Replications.ratio(own.get(), other.get(), confidence).map(ratio -> new Comparison(ratio, verdict));
    }
}
