package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.platform.Host;
import dev.trapline.platform.Site;
import dev.trapline.platform.SiteAssembly;
import dev.trapline.platform.Vocabulary;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import dev.trapline.work.Core;
import dev.trapline.workload.GroupMeasure;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run from the very beginning over the duration, looked at at equal distances, to find out when it settles. */
final class Pilot {
    static final int LOOKS = 1_000;

    private final Site site;
    private final Map<String, double[]> figures = new LinkedHashMap<>();
    private final Map<String, Double> before = new LinkedHashMap<>();

    private Pilot(Site site) {
        this.site = site;
    }

    /**
     * What was seen.
     *
     * @param figures by name, a value for each look
     */
    record Series(Map<String, double[]> figures, long events) {}

    static Series run(PointSpec point, PlatformSpec platform, RunSettings settings, int number, Vocabulary vocabulary) {
        Pilot pilot = new Pilot(new SiteAssembly(point, platform, vocabulary, settings.seed(), number).assemble());
        for (int look = 0; look < LOOKS; look++) {
            pilot.look(look, settings.durationPicos());
        }
        return new Series(pilot.figures, pilot.site.simulation().executed());
    }

    /** The end of a look, in picoseconds from the beginning. */
    static long end(int look, long durationPicos) {
        return durationPicos / LOOKS * (look + 1);
    }

    private void look(int look, long durationPicos) {
        site.simulation().runUntil(end(look, durationPicos));
        for (GroupMeasure measure : site.measures()) {
            String group = measure.group();
            double ended = gain(group + " ended", measure.completed());
            double latencies = gain(group + " latencies", measure.latencies().sumPicos().doubleValue());
            put(group + ".throughput", look, ended + gain(group + " bytes", measure.bytes()));
            put(group + ".inside", look, measure.inside());
            // A look in which nothing ended says nothing new of latency.
            put(group + ".latency.mean", look, ended > 0 ? latencies / ended / Time.PICOS_PER_MILLI : Double.NaN);
        }
        put("core.idle", look, gain("idle", idle()));
    }

    private double idle() {
        double idle = 0;
        for (Host host : site.hosts()) {
            for (Core core : host.processors().cores()) {
                idle += core.idlePicos(site.simulation().now());
            }
        }
        return idle;
    }

    private double gain(String name, double now) {
        double gain = now - before.getOrDefault(name, 0.0);
        before.put(name, now);
        return gain;
    }

    private void put(String name, int look, double value) {
        double[] series = figures.computeIfAbsent(name, absent -> new double[LOOKS]);
        boolean unknown = Double.isNaN(value);
        series[look] = !unknown ? value : look == 0 ? 0 : series[look - 1];
    }
}
