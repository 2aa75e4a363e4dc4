package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.measure.LatencyHistogram;
import dev.trapline.platform.Host;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.work.Slots;
import dev.trapline.workload.GroupMeasure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Reads from a host that has run what its figures are since the baseline. */
final class Observer {
    private static final String[] QUANTILES = {"50", "90", "95", "99", "99.9"};
    private static final String[] READY_QUANTILES = {"50", "99"};

    private final Host host;
    private final Baseline since;
    private final long now;
    private final double seconds;
    private final Map<MetricKey, Double> metrics = new LinkedHashMap<>();
    private final Map<MetricKey, String> words = new LinkedHashMap<>();

    Observer(Host host, Baseline since) {
        this.host = host;
        this.since = since;
        now = host.simulation().now();
        seconds = seconds(now - since.start());
    }

    Observation observe() {
        host.checkConservation();
        for (int group = 0; group < host.owners().groups(); group++) {
            group(group, host.measures().get(group));
        }
        cores();
        devices();
        executors();
        since.memory().addTo(metrics, seconds);
        since.synchronization().addTo(metrics, seconds);
        words.put(MetricKey.ofMachine("limited-by", ""), new Bottleneck(host, since).name());
        new StreamFigures(host, since).addTo(metrics, words);
        return new Observation(
                metrics,
                words,
                new LedgerReader(host, since).read(),
                host.measures().stream().map(GroupMeasure::latencies).toList(),
                host.simulation().executed(),
                host.simulation().fingerprint());
    }

    private void group(int owner, GroupMeasure measure) {
        String group = measure.group();
        if (measure.bytes() > 0 || measure.connections() > 0 || measure.datagrams().offeredSince() > 0) {
            metrics.put(MetricKey.of(group, "throughput", "Mb/s"), measure.bytes() * 8 / seconds / 1e6);
        } else if (measure.entered() > 0) {
            requests(owner, measure);
        }
        metrics.put(MetricKey.of(group, "ready.share", "%"), 100 * readyShare(owner));
        readyWaits(group, host.processors().readyWaits().of(owner));
        metrics.put(MetricKey.of(group, "exits.rate", "/s"), exits(owner) / seconds);
    }

    private void requests(int owner, GroupMeasure measure) {
        String group = measure.group();
        boolean finished = host.isFinished(owner);
        double elapsed = finished ? seconds(measure.lastLeft() - since.start()) : seconds;
        if (finished) {
            metrics.put(MetricKey.of(group, "elapsed", "s"), elapsed);
        }
        metrics.put(MetricKey.of(group, "throughput", "/s"), measure.completed() / elapsed);
        metrics.put(MetricKey.of(group, "backlog.growth", "%"), 100 * measure.growth());
        if (measure.completed() == 0) {
            return;
        }
        metrics.put(MetricKey.of(group, "latency.mean", "ms"), measure.latencies().meanPicos().orElseThrow() / 1e9);
        for (String quantile : QUANTILES) {
            OptionalLong picos = measure.latencies().quantilePicos(Double.parseDouble(quantile) / 100);
            metrics.put(MetricKey.of(group, "latency.p" + quantile, "ms"), picos.orElseThrow() / 1e9);
        }
        metrics.put(MetricKey.of(group, "latency.max", "ms"), measure.latencies().maxPicos().orElseThrow() / 1e9);
        metrics.put(MetricKey.of(group, "exits.per-request", ""), (double) exits(owner) / measure.completed());
        metrics.put(MetricKey.of(group, "cycles.per-request", "cycles"), cycles(owner) / measure.completed());
    }

    /** Cycles of its own contexts and, where the group is alone, of all that serves it. */
    private double cycles(int owner) {
        double picos = 0;
        for (int slot = 0; slot < host.slots().size(); slot++) {
            picos += since.picos(host, owner, slot);
            if (host.owners().groups() == 1) {
                for (int other = 1; other < host.owners().size(); other++) {
                    picos += since.picos(host, other, slot);
                }
            }
        }
        return picos * host.machine().clockHertz() / Time.PICOS_PER_SECOND;
    }

    private double readyShare(int owner) {
        long ready = 0;
        long contexts = 0;
        for (Context context : host.processors().contexts()) {
            if (context.owner() == owner) {
                ready += since.ready(context, now);
                contexts++;
            }
        }
        return contexts == 0 ? 0 : (double) ready / contexts / (now - since.start());
    }

    private void readyWaits(String group, LatencyHistogram waits) {
        if (waits.count() == 0) {
            return;
        }
        metrics.put(MetricKey.of(group, "ready.mean", "ms"), waits.meanPicos().orElseThrow() / 1e9);
        for (String quantile : READY_QUANTILES) {
            long picos = waits.quantilePicos(Double.parseDouble(quantile) / 100).orElseThrow();
            metrics.put(MetricKey.of(group, "ready.p" + quantile, "ms"), picos / 1e9);
        }
    }

    /** What it left its guest code for by itself, and what interrupts of the machine made it leave that for. */
    private long exits(int owner) {
        long exits = 0;
        for (int slot = 0; slot < host.slots().size(); slot++) {
            if (isExit(slot)) {
                exits += since.count(host, owner, slot);
            }
        }
        for (Context context : host.processors().contexts()) {
            if (context.owner() == owner) {
                exits += since.interruptions(context) * exits(context.interruption());
            }
        }
        return exits;
    }

    private long exits(Price price) {
        long exits = 0;
        for (int i = 0; i < price.size(); i++) {
            exits += isExit(price.slot(i)) ? price.times(i) : 0;
        }
        return exits;
    }

    private boolean isExit(int slot) {
        String mechanism = host.slots().get(slot).mechanism();
        return mechanism.equals("exit") || mechanism.equals("world-switch");
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
                picos += since.picos(host, owner, slot);
            }
            if (described.mechanism().equals("idle spin")) {
                spinning += picos;
            } else if (picos > 0) {
                places.merge(described.place(), picos, Long::sum);
            }
        }
        long counted = host.platform().idle().spinCountsAsIdle() ? idle + spinning : idle;
        metrics.put(MetricKey.ofMachine("core.utilization", "%"), 100 * (1 - counted / elapsed));
        metrics.put(MetricKey.ofMachine("core.idle", "%"), 100 * counted / elapsed);
        for (Place place : Place.values()) {
            if (places.containsKey(place)) {
                metrics.put(
                        MetricKey.ofMachine("cpu." + place.word() + ".utilization", "%"), 100 * places.get(place) / elapsed);
            }
        }
    }

    private void devices() {
        double elapsed = now - since.start();
        double disks = 0;
        for (int i = 0; i < host.disks().size(); i++) {
            disks += since.disk(host, i, now) / elapsed / host.disks().size();
        }
        double nics = 0;
        for (int i = 0; i < host.nics().size(); i++) {
            nics += Math.max(since.nicOut(host, i, now), since.nicIn(host, i, now)) / elapsed / host.nics().size();
        }
        metrics.put(MetricKey.ofMachine("disk.utilization", "%"), 100 * disks);
        metrics.put(MetricKey.ofMachine("nic.utilization", "%"), 100 * nics);
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
                metrics.put(new MetricKey("", kind, "batch.mean", ""), (double) sums[0] / sums[1]);
                metrics.put(new MetricKey("", kind, "notifications.per-operation", ""), (double) sums[2] / sums[0]);
            }
            if (sums[3] > 0) {
                metrics.put(new MetricKey("", kind, "dropped", "/s"), sums[3] / seconds);
            }
        });
    }

    private static double seconds(long picos) {
        return (double) picos / Time.PICOS_PER_SECOND;
    }
}
