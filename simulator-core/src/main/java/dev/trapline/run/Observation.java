package dev.trapline.run;

import dev.trapline.measure.Growth;
import dev.trapline.measure.LatencyHistogram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one replication of one platform at one point showed.
 *
 * @param resolutions of figures that are counts over the window: what one more counted at its end would add
 * @param latencies of each guest group, in their order
 * @param backlogs by guest group; none of those whose jobs ended before the time did
 * @param timeline of the first replication alone
 */
record Observation(
        Map<MetricKey, Double> metrics,
        Map<MetricKey, Double> resolutions,
        Map<MetricKey, String> words,
        Map<LedgerKey, Entry> ledger,
        List<LatencyHistogram> latencies,
        long events,
        long fingerprint,
        Map<String, Growth.Backlog> backlogs,
        List<Timeline.Line> timeline) {

    Observation(
            Map<MetricKey, Double> metrics,
            Map<MetricKey, Double> resolutions,
            Map<MetricKey, String> words,
            Map<LedgerKey, Entry> ledger,
            List<LatencyHistogram> latencies,
            long events,
            long fingerprint) {
        this(metrics, resolutions, words, ledger, latencies, events, fingerprint, new LinkedHashMap<>(), List.of());
    }

    Observation with(Map<String, Growth.Backlog> seen) {
        return new Observation(metrics, resolutions, words, ledger, latencies, events, fingerprint, seen, timeline);
    }

    Observation with(List<Timeline.Line> lines) {
        return new Observation(metrics, resolutions, words, ledger, latencies, events, fingerprint, backlogs, lines);
    }
}
