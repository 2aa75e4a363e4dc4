package dev.trapline.run;

import dev.trapline.measure.LatencyHistogram;
import java.util.List;
import java.util.Map;

/**
 * What one replication of one platform at one point showed.
 *
 * @param latencies of each guest group, in their order
 */
record Observation(
        Map<MetricKey, Double> metrics,
        Map<MetricKey, String> words,
        Map<LedgerKey, Entry> ledger,
        List<LatencyHistogram> latencies,
        long events,
        long fingerprint) {}
