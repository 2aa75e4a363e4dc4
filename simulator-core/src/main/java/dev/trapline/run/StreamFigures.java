package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.platform.Site;
import dev.trapline.workload.DatagramCounts;
import dev.trapline.workload.GroupMeasure;
import java.util.Map;

/** What streams of a guest group show besides their throughput: what limits them, and what was lost. */
final class StreamFigures {
    private final Site site;
    private final Baseline since;
    private final double seconds;

    StreamFigures(Site site, Baseline since) {
        this.site = site;
        this.since = since;
        seconds = (double) (site.simulation().now() - since.start()) / Time.PICOS_PER_SECOND;
    }

    void addTo(Map<MetricKey, Double> metrics, Map<MetricKey, String> words) {
        boolean losesAny = false;
        for (int group = 0; group < site.owners().groups(); group++) {
            GroupMeasure measure = site.measures().get(group);
            String name = measure.group();
            DatagramCounts datagrams = measure.datagrams();
            if (measure.connections() > 0) {
                double blocked = measure.blockedShare(since.start(), site.simulation().now());
                metrics.put(MetricKey.of(name, "window.blocked", "%"), 100 * blocked);
            }
            if (datagrams.offeredSince() > 0) {
                losesAny = true;
                metrics.put(MetricKey.of(name, "datagrams.offered", "/s"), datagrams.offeredSince() / seconds);
                metrics.put(MetricKey.of(name, "datagrams.delivered", "/s"), datagrams.deliveredSince() / seconds);
                metrics.put(MetricKey.of(name, "datagrams.dropped", "/s"), datagrams.droppedSince() / seconds);
            }
            if (measure.connections() > 0 || datagrams.offeredSince() > 0) {
                words.put(MetricKey.of(name, "limited-by", ""), limit(group, measure));
            }
        }
        for (HostBaseline each : since.hosts()) {
            if (losesAny) {
                metrics.put(MetricKey.ofMachine(HostFigures.prefix(each.host()) + "nic.dropped", "/s"), each.nicDropped() / seconds);
            }
        }
    }

    /** Of several hosts it is said whose link or processor it is. */
    private static String onHost(String limit, String host) {
        boolean isPlaced = limit.startsWith("link ") || limit.startsWith("cpu: ");
        return isPlaced && !host.isEmpty() ? limit + " on " + host : limit;
    }

    /** What limits the streams of a group on the first of its hosts that has a limit. */
    private String limit(int group, GroupMeasure measure) {
        String limit = Bottleneck.NONE;
        for (HostBaseline each : since.hosts()) {
            if (limit.equals(Bottleneck.NONE) && !each.host().nicsOf(group).isEmpty()) {
                limit = onHost(new Bottleneck(each).ofStreams(group, measure), each.host().name());
            }
        }
        return limit;
    }
}
