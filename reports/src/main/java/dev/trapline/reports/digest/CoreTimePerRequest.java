package dev.trapline.reports.digest;

import dev.trapline.result.Results;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The core time that each mechanism takes for a request of a guest group, whoever it is charged to, in milliseconds. */
final class CoreTimePerRequest {
    private CoreTimePerRequest() {}

    /** What a contender's mechanisms take more than the reference's. */
    static Map<Explanation.Where, Double> added(
            Digest digest, Contender contender, Contender reference, int point, String guest) {
        Map<Explanation.Where, Double> added = new LinkedHashMap<>();
        add(added, digest, contender, point, guest, 1);
        add(added, digest, reference, point, guest, -1);
        return added;
    }

    private static void add(
            Map<Explanation.Where, Double> added,
            Digest digest,
            Contender contender,
            int point,
            String guest,
            int sign) {
        double own = throughput(digest, contender, point, guest);
        // what services do for others counts as what serves all groups
        List<String> asked = digest.judgedGuests();
        double all = asked.stream()
                .mapToDouble(it -> throughput(digest, contender, point, it))
                .sum();
        if (own == 0) {
            return;
        }
        for (Results.LedgerRow row : digest.results().ledgers()) {
            String owner = digest.owner(row);
            boolean ofGroup = asked.contains(owner) || owner.equals(guest);
            boolean counts = row.ledger().equals("cycles") && row.point() == point && (!ofGroup || owner.equals(guest));
            if (counts && contender.owns(row.platform(), row.variant())) {
                // What serves all groups is shared by their requests.
                added.merge(Explanation.Where.of(row), sign * row.value() / (ofGroup ? own : all), Double::sum);
            }
        }
    }

    private static double throughput(Digest digest, Contender contender, int point, String guest) {
        return digest.metric(contender, point, guest, "throughput")
                .map(Results.Metric::mean)
                .orElse(0.0);
    }
}
