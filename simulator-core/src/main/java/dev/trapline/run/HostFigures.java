package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.platform.Host;
import dev.trapline.work.Core;
import dev.trapline.work.Place;
import dev.trapline.work.Slots;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one host's cores, devices and executors did since the baseline; of several hosts each figure names its own. */
final class HostFigures {
    private final Host host;
    private final HostBaseline since;
    private final long now;
    private final double seconds;
    private final String prefix;
    private final Map<MetricKey, Double> metrics = new LinkedHashMap<>();

    HostFigures(HostBaseline since) {
        host = since.host();
        this.since = since;
        now = host.simulation().now();
        seconds = (double) (now - since.start()) / Time.PICOS_PER_SECOND;
        prefix = prefix(host);
    }

    /** What a host's own figures begin with. */
    static String prefix(Host host) {
        return host.name().isEmpty() ? "" : "hosts." + host.name() + ".";
    }

    /**
     * Adds them all.
     *
     * @param limitSoFar what limits the hosts before this one
     * @return what limits the site as far as that is known: the first limit found
     */
    String addTo(Map<MetricKey, Double> figures, Map<MetricKey, String> words, String limitSoFar) {
        cores();
        devices();
        executors();
        figures.putAll(metrics);
        String own = new Bottleneck(since).name();
        if (prefix.isEmpty()) {
            return own;
        }
        words.put(of("limited-by", ""), own);
        return limitSoFar.equals(Bottleneck.NONE) && !own.equals(Bottleneck.NONE) ? host.name() + ": " + own : limitSoFar;
    }

    private MetricKey of(String metric, String unit) {
        return MetricKey.ofMachine(prefix + metric, unit);
    }

    private void cores() {
        double elapsed = (double) (now - since.start()) * host.processors().cores().size();
        long idle = 0;
        for (Core core : host.processors().cores()) {
            idle += since.idle(core, now);
        }
        Map<Place, Long> places = new LinkedHashMap<>();
        long spinning = 0;
        for (int slot = 0; slot < host.slots().size(); slot++) {
            Slots.Slot described = host.slots().get(slot);
            long picos = 0;
            for (int owner = 0; owner < host.owners().size(); owner++) {
                picos += since.picos(owner, slot);
            }
            if (described.mechanism().equals("idle spin")) {
                spinning += picos;
            } else if (picos > 0) {
                places.merge(described.place(), picos, Long::sum);
            }
        }
        long counted = host.platform().idle().spinCountsAsIdle() ? idle + spinning : idle;
        metrics.put(of("core.utilization", "%"), 100 * (1 - counted / elapsed));
        metrics.put(of("core.idle", "%"), 100 * counted / elapsed);
        for (Place place : Place.values()) {
            if (places.containsKey(place)) {
                metrics.put(
                        of("cpu." + place.word() + ".utilization", "%"), 100 * places.get(place) / elapsed);
            }
        }
    }

    private void devices() {
        double elapsed = now - since.start();
        double disks = 0;
        for (int i = 0; i < host.disks().size(); i++) {
            disks += since.disk(i, now) / elapsed / host.disks().size();
        }
        double nics = 0;
        for (int i = 0; i < host.nics().size(); i++) {
            nics += Math.max(since.nicOut(i, now), since.nicIn(i, now)) / elapsed / host.nics().size();
        }
        metrics.put(of("disk.utilization", "%"), 100 * disks);
        metrics.put(of("nic.utilization", "%"), 100 * nics);
        if (since.nicHeldBackShare() > 0) {
            metrics.put(of("nic.held-back", "%"), 100 * since.nicHeldBackShare());
        }
    }

    private void executors() {
        Map<String, long[]> kinds = new LinkedHashMap<>();
        host.consumers().forEach((name, counts) -> {
            long[] sums = kinds.computeIfAbsent(name.substring(0, name.indexOf(' ')), kind -> new long[4]);
            long[] those = since.consumer(name, counts);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += those[i];
            }
        });
        kinds.forEach((kind, sums) -> {
            if (sums[0] > 0 && sums[1] > 0) {
                metrics.put(new MetricKey("", kind, prefix + "batch.mean", ""), (double) sums[0] / sums[1]);
                metrics.put(new MetricKey("", kind, prefix + "notifications.per-operation", ""), (double) sums[2] / sums[0]);
            }
            if (sums[3] > 0) {
                metrics.put(new MetricKey("", kind, prefix + "dropped", "/s"), sums[3] / seconds);
            }
        });
    }
}
