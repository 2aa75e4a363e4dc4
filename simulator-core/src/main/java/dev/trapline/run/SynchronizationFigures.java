package dev.trapline.run;

import dev.trapline.guest.SpinLock;
import dev.trapline.platform.Site;
import dev.trapline.work.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What vCPUs of one guest lost by each other since the warm-up: burnt behind locks, or held back to start together. */
final class SynchronizationFigures {
    private final Site site;
    private final Baseline since;
    private final List<long[]> coStopped = new ArrayList<>();
    private final long[] spinExits;

    /** Takes the counts of now, from which those of the end are counted. */
    SynchronizationFigures(Site site, Baseline since) {
        this.site = site;
        this.since = since;
        long now = site.simulation().now();
        for (HostBaseline each : since.hosts()) {
            coStopped.add(each.host().processors().contexts().stream().mapToLong(context -> context.coStoppedPicos(now)).toArray());
        }
        spinExits = new long[site.owners().groups()];
        for (int group = 0; group < spinExits.length; group++) {
            spinExits[group] = site.spinExits(group);
        }
    }

    /** Adds the figures of each group; those of locks where there are any. */
    void addTo(Map<MetricKey, Double> metrics, double seconds) {
        long now = site.simulation().now();
        for (int group = 0; group < spinExits.length; group++) {
            double running = 0;
            double held = 0;
            int vcpus = 0;
            for (int i = 0; i < since.hosts().size(); i++) {
                HostBaseline each = since.hosts().get(i);
                for (Context context : each.host().processors().contexts()) {
                    if (context.owner() == group) {
                        running += each.running(context, now);
                        held += context.coStoppedPicos(now) - coStopped.get(i)[context.ordinal()];
                        vcpus++;
                    }
                }
            }
            String name = site.owners().name(group);
            metrics.put(MetricKey.of(name, "costop.share", "%"), 100 * held / (now - since.start()) / Math.max(1, vcpus));
            locks(metrics, group, name, running, seconds);
        }
    }

    private void locks(Map<MetricKey, Double> metrics, int group, String name, double running, double seconds) {
        boolean locks = false;
        double spun = 0;
        for (int slot = 0; slot < site.slots().size(); slot++) {
            String mechanism = site.slots().get(slot).mechanism();
            if (mechanism.equals(SpinLock.SPIN) || mechanism.equals(SpinLock.HOLDER_PREEMPTION)) {
                locks = true;
                spun += since.picos(group, slot);
            }
        }
        if (locks) {
            metrics.put(MetricKey.of(name, "lock.spin.share", "%"), running == 0 ? 0 : 100 * spun / running);
            metrics.put(MetricKey.of(name, "spin-exits.rate", "/s"), (site.spinExits(group) - spinExits[group]) / seconds);
        }
    }
}
