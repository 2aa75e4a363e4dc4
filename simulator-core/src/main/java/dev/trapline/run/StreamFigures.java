package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.platform.Host;
import dev.trapline.workload.DatagramCounts;
import dev.trapline.workload.GroupMeasure;
import java.util.Map;

/** What streams of a guest group show besides their throughput: what limits them, and what was lost. */
final class StreamFigures {
    private final Host host;
    private final Baseline since;
    private final double seconds;

    StreamFigures(Host host, Baseline since) {
        this.host = host;
        this.since = since;
        seconds = (double) (host.simulation().now() - since.start()) / Time.PICOS_PER_SECOND;
    }

    void addTo(Map<MetricKey, Double> metrics, Map<MetricKey, String> words) {
        boolean losesAny = false;
        for (int group = 0; group < host.owners().groups(); group++) {
            GroupMeasure measure = host.measures().get(group);
            String name = measure.group();
            DatagramCounts datagrams = measure.datagrams();
            if (measure.connections() > 0) {
                double blocked = measure.blockedShare(since.start(), host.simulation().now());
                metrics.put(MetricKey.of(name, "window.blocked", "%"), 100 * blocked);
            }
            if (datagrams.offeredSince() > 0) {
                losesAny = true;
                metrics.put(MetricKey.of(name, "datagrams.offered", "/s"), datagrams.offeredSince() / seconds);
                metrics.put(MetricKey.of(name, "datagrams.delivered", "/s"), datagrams.deliveredSince() / seconds);
                metrics.put(MetricKey.of(name, "datagrams.dropped", "/s"), datagrams.droppedSince() / seconds);
            }
            if (measure.connections() > 0 || datagrams.offeredSince() > 0) {
                words.put(MetricKey.of(name, "limited-by", ""), new Bottleneck(host, since).ofStreams(group, measure));
            }
        }
        if (losesAny) {
            metrics.put(MetricKey.ofMachine("nic.dropped", "/s"), since.nicDropped(host) / seconds);
        }
    }
}
