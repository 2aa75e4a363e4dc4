package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.measure.LatencyHistogram;
import dev.trapline.platform.Site;
import dev.trapline.work.Context;
import dev.trapline.work.Price;
import dev.trapline.workload.GroupMeasure;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Reads from hosts that have run what their figures are since the baseline. */
final class Observer {
    private static final String[] QUANTILES = {"50", "90", "95", "99", "99.9"};
    private static final String[] READY_QUANTILES = {"50", "99"};

    private final Site site;
    private final Baseline since;
    private final long now;
    private final double seconds;
    private final Map<MetricKey, Double> metrics = new LinkedHashMap<>();
    private final Map<MetricKey, Double> resolutions = new LinkedHashMap<>();
    private final Map<MetricKey, String> words = new LinkedHashMap<>();

    Observer(Site site, Baseline since) {
        this.site = site;
        this.since = since;
        now = site.simulation().now();
        seconds = seconds(now - since.start());
    }

    Observation observe() {
        site.checkConservation();
        for (int group = 0; group < site.owners().groups(); group++) {
            group(group, site.measures().get(group));
        }
        String limit = Bottleneck.NONE;
        for (HostBaseline each : since.hosts()) {
            limit = new HostFigures(each).addTo(metrics, words, limit);
        }
        since.memory().addTo(metrics, seconds);
        since.synchronization().addTo(metrics, seconds);
        words.put(MetricKey.ofMachine("limited-by", ""), limit);
        new StreamFigures(site, since).addTo(metrics, words);
        return new Observation(
                metrics,
                resolutions,
                words,
                new LedgerReader(site, since).read(),
                site.measures().stream().map(GroupMeasure::latencies).toList(),
                site.simulation().executed(),
                site.simulation().fingerprint());
    }

    private void group(int owner, GroupMeasure measure) {
        String group = measure.group();
        if (measure.bytes() > 0 || measure.connections() > 0 || measure.datagrams().offeredSince() > 0) {
            MetricKey throughput = MetricKey.of(group, "throughput", "Mb/s");
            metrics.put(throughput, measure.bytes() * 8 / seconds / 1e6);
            resolutions.put(throughput, measure.mostBytesAtOnce() * 8 / seconds / 1e6);
        } else if (measure.entered() > 0) {
            requests(owner, measure);
        }
        metrics.put(MetricKey.of(group, "ready.share", "%"), 100 * since.readyShare(owner, now));
        metrics.put(MetricKey.of(group, "in-guest.utilization", "%"), 100 * inGuest(owner));
        readyWaits(group, owner);
        metrics.put(MetricKey.of(group, "exits.rate", "/s"), exits(owner) / seconds);
    }

    private void requests(int owner, GroupMeasure measure) {
        String group = measure.group();
        boolean finished = site.isFinished(owner);
        double elapsed = finished ? seconds(measure.lastLeft() - since.start()) : seconds;
        if (finished) {
            metrics.put(MetricKey.of(group, "elapsed", "s"), elapsed);
        }
        MetricKey throughput = MetricKey.of(group, "throughput", "/s");
        metrics.put(throughput, measure.completed() / elapsed);
        resolutions.put(throughput, finished ? 0 : 1 / elapsed);
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
        measure.kinds().forEach((kind, latencies) -> {
            if (latencies.count() > 0) {
                metrics.put(new MetricKey(group, kind, "latency.mean", "ms"), latencies.meanPicos().orElseThrow() / 1e9);
            }
        });
        metrics.put(MetricKey.of(group, "exits.per-request", ""), (double) exits(owner) / measure.completed());
        metrics.put(MetricKey.of(group, "cycles.per-request", "cycles"), cycles(owner) / measure.completed());
    }

    /** Cycles of its own contexts and, where the group is alone, of all that serves it. */
    private double cycles(int owner) {
        double cycles = 0;
        for (HostBaseline host : since.hosts()) {
            double picos = 0;
            for (int slot = 0; slot < site.slots().size(); slot++) {
                picos += host.picos(owner, slot);
                for (int other = 1; other < site.owners().size() && site.owners().groups() == 1; other++) {
                    picos += host.picos(other, slot);
                }
            }
            cycles += picos * host.host().machine().clockHertz() / Time.PICOS_PER_SECOND;
        }
        return cycles;
    }

    private double inGuest(int owner) {
        int spin = -1;
        for (int slot = 0; slot < site.slots().size(); slot++) {
            spin = site.slots().get(slot).mechanism().equals("idle spin") ? slot : spin;
        }
        return since.inGuest(owner, spin, now);
    }

    private void readyWaits(String group, int owner) {
        LatencyHistogram waits = LatencyHistogram.of(group + " ready");
        for (HostBaseline each : since.hosts()) {
            waits.merge(each.host().processors().readyWaits().of(owner));
        }
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
        for (int slot = 0; slot < site.slots().size(); slot++) {
            if (isExit(slot)) {
                exits += since.count(owner, slot);
            }
        }
        for (HostBaseline each : since.hosts()) {
            for (Context context : each.host().processors().contexts()) {
                if (context.owner() == owner) {
                    exits += each.interruptions(context) * exits(context.interruption());
                }
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
        String mechanism = site.slots().get(slot).mechanism();
        return mechanism.equals("exit") || mechanism.equals("world-switch");
    }

    private static double seconds(long picos) {
        return (double) picos / Time.PICOS_PER_SECOND;
    }
}
