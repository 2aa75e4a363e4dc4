package dev.trapline.run;

import dev.trapline.measure.Growth;
import dev.trapline.measure.LatencyHistogram;
import dev.trapline.measure.Replications;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All replications of one platform at one point, aggregated. */
final class Cell {
    private final PointSpec point;
    private final PlatformSpec platform;
    /** The name under which it is said that a group has no steady state, or that it cannot be told. */
    static final String STEADY_STATE = "steady-state";
    /** How it begins where there is none. */
    static final String SATURATED = "none: saturated";


    private final List<String> saturated = new ArrayList<>();
    private final Map<MetricKey, Replications> metrics = new LinkedHashMap<>();
    private final Map<MetricKey, Double> resolutions = new LinkedHashMap<>();
    private final Map<MetricKey, String> words = new LinkedHashMap<>();
    private final Map<LedgerKey, Replications> ledger = new LinkedHashMap<>();
    private final Map<LedgerKey, Double> counts = new LinkedHashMap<>();
    private final List<LatencyHistogram> latencies = new ArrayList<>();
    private final List<Long> fingerprints = new ArrayList<>();
    private final List<Timeline.Line> timeline;
    private final int replications;
    private long events;

    /** @param observations in the order of the replications */
    Cell(PointSpec point, PlatformSpec platform, List<Observation> observations) {
        this.point = point;
        this.platform = platform;
        replications = observations.size();
        timeline = observations.get(0).timeline();
        for (MetricKey key : keysOfAll(observations)) {
            Replications values = Replications.of(key.metric());
            observations.forEach(observation -> values.add(observation.metrics().get(key)));
            metrics.put(key, values);
        }
        for (MetricKey key : observations.get(0).words().keySet()) {
            words.put(key, mostFrequent(key, observations));
        }
        ledger(observations);
        saturation(observations);
        for (Observation observation : observations) {
            observation.resolutions().forEach((key, value) -> resolutions.merge(key, value, Math::max));
            merge(observation.latencies());
            events += observation.events();
            fingerprints.add(observation.fingerprint());
        }
    }

    /** A figure that some replication could not give has no mean. */
    private static List<MetricKey> keysOfAll(List<Observation> observations) {
        List<MetricKey> keys = new ArrayList<>(observations.get(0).metrics().keySet());
        observations.forEach(observation -> keys.removeIf(key -> !observation.metrics().containsKey(key)));
        return keys;
    }

    /** Open load whose backlog grows has no steady state, and so no latency that one could state. */
    private void saturation(List<Observation> observations) {
        for (GuestSpec guest : point.guests()) {
            if (guest.workload().kind().equals("open")) {
                saturation(guest.name(), Growth.of(observations.stream()
                        .map(observation -> observation.backlogs().get(guest.name()))
                        .toList()));
            }
        }
    }

    private void saturation(String guest, Growth growth) {
        if (growth.outcome() == Growth.Outcome.GROWS) {
            saturated.add(guest);
            metrics.keySet().removeIf(key -> key.guest().equals(guest) && key.metric().startsWith("latency."));
            ledger.keySet().removeIf(key -> key.guest().equals(guest) && key.isLatency());
            words.put(MetricKey.of(guest, STEADY_STATE, ""), SATURATED + ", limited by "
                    + words.get(MetricKey.ofMachine("limited-by", "")));
        } else if (growth.outcome() == Growth.Outcome.CANNOT_TELL) {
            words.put(MetricKey.of(guest, STEADY_STATE, ""), "cannot be told: a backlog that grows by "
                    + new BigDecimal(100 * growth.atMost()).setScale(1, RoundingMode.HALF_UP).toPlainString()
                    + " % of the arrivals is not excluded");
        }
    }

    /** What is said of the steady state of a group; empty where there is no doubt. */
    String steadyState(String guest) {
        return words.getOrDefault(MetricKey.of(guest, STEADY_STATE, ""), "");
    }

    /** The guest groups whose open load this platform cannot carry. */
    List<String> saturated() {
        return saturated;
    }

    /** The word of most replications; of several, the first to be seen. */
    private static String mostFrequent(MetricKey key, List<Observation> observations) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        observations.forEach(observation -> seen.merge(observation.words().get(key), 1, Integer::sum));
        String most = "";
        for (Map.Entry<String, Integer> word : seen.entrySet()) {
            most = word.getValue() > seen.getOrDefault(most, 0) ? word.getKey() : most;
        }
        return most;
    }

    private void ledger(List<Observation> observations) {
        for (Observation observation : observations) {
            observation.ledger().keySet().forEach(key -> ledger.putIfAbsent(key, Replications.of(key.mechanism())));
        }
        ledger.forEach((key, values) -> {
            double count = 0;
            for (Observation observation : observations) {
                Entry entry = observation.ledger().getOrDefault(key, new Entry(0, 0));
                values.add(entry.value());
                count += entry.count() / observations.size();
            }
            counts.put(key, count);
        });
    }

    private void merge(List<LatencyHistogram> more) {
        for (int i = 0; i < more.size(); i++) {
            if (latencies.size() == i) {
                latencies.add(LatencyHistogram.of(platform.fullName() + " latency"));
            }
            latencies.get(i).merge(more.get(i));
        }
    }

    int replications() {
        return replications;
    }

    /** How busy the machine was over the time of the first replication. */
    List<Timeline.Line> timeline() {
        return timeline;
    }

    /** Something to be said of the whole cell, under a name; nothing if there are no words. */
    void say(String name, String what) {
        if (!what.isEmpty()) {
            words.put(MetricKey.ofMachine(name, ""), what);
        }
    }

    PointSpec point() {
        return point;
    }

    PlatformSpec platform() {
        return platform;
    }

    Map<MetricKey, Replications> metrics() {
        return metrics;
    }

    Map<MetricKey, String> words() {
        return words;
    }

    Map<LedgerKey, Replications> ledger() {
        return ledger;
    }

    double count(LedgerKey key) {
        return counts.get(key);
    }

    /** The pooled latencies of a guest group, by its number. */
    LatencyHistogram latencies(int group) {
        return latencies.get(group);
    }

    int groups() {
        return latencies.size();
    }

    long events() {
        return events;
    }

    List<Long> fingerprints() {
        return fingerprints;
    }

    /** What is said of a group under a name. */
    Optional<String> word(String guest, String name) {
        return Optional.ofNullable(words.get(MetricKey.of(guest, name, "")));
    }

    /** A figure of a group by its name, whatever its unit. */
    Optional<Map.Entry<MetricKey, Replications>> metric(String guest, String name) {
        return metrics.entrySet().stream()
                .filter(entry -> entry.getKey().guest().equals(guest)
                        && entry.getKey().request().isEmpty()
                        && entry.getKey().metric().equals(name))
                .findFirst();
    }

    /** What one more counted at the end of a replication would add to a figure; 0 of figures that are no counts. */
    double resolution(MetricKey key) {
        return resolutions.getOrDefault(key, 0.0);
    }
}
