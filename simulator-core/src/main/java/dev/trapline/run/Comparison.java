package dev.trapline.run;

import dev.trapline.measure.Estimate;
import dev.trapline.measure.Holm;
import dev.trapline.measure.Replications;
import dev.trapline.measure.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One figure of a platform against another's at the same point, replication by replication under the same arrivals and
 * demands.
 *
 * @param ratio to the other
 * @param verdict corrected for the number of comparisons
 */
record Comparison(Estimate ratio, Verdict verdict) {

    /** @param resolution by how much the two may differ for what is counted at the ends of the window alone */
    record Pair(Replications own, Replications other, double resolution) {

        /** Empty where one of them has no such figure. */
        static Optional<Pair> of(Cell own, Cell other, String guest, String metric) {
            Optional<Map.Entry<MetricKey, Replications>> first = own.metric(guest, metric);
            Optional<Map.Entry<MetricKey, Replications>> second = other.metric(guest, metric);
            if (first.isEmpty() || second.isEmpty()) {
                return Optional.empty();
            }
            double resolution =
                    Math.max(own.resolution(first.get().getKey()), other.resolution(second.get().getKey()));
            int common = Math.min(first.get().getValue().count(), second.get().getValue().count());
            return Optional.of(
                    new Pair(first.get().getValue().first(common), second.get().getValue().first(common), resolution));
        }
    }

    /**
     * Compares all pairs of a family, in their order; empty where the other's figure cannot be told from nothing. The more there
     * are, the clearer a difference has to be, by Holm's correction.
     */
    static List<Optional<Comparison>> family(List<Pair> pairs, double confidence, boolean higherIsBetter) {
        double[] corrected = Holm.corrected(pairs.stream()
                .mapToDouble(pair -> Replications.pairedProbability(pair.own(), pair.other(), pair.resolution()))
                .toArray());
        List<Optional<Comparison>> compared = new ArrayList<>();
        for (int i = 0; i < corrected.length; i++) {
            Pair pair = pairs.get(i);
            Verdict verdict = Verdict.of(
                    Replications.paired(pair.own(), pair.other(), confidence), corrected[i], 1 - confidence, higherIsBetter);
            compared.add(Replications.ratio(pair.own(), pair.other(), confidence, pair.resolution())
                    .map(ratio -> new Comparison(ratio, verdict)));
        }
        return compared;
    }
}
