package dev.trapline.run;

import dev.trapline.guest.SpinLock;
import dev.trapline.platform.Host;
import dev.trapline.work.Context;
import java.util.Map;

/** What vCPUs of one guest lost by each other since the warm-up: burnt behind locks, or held back to start together. */
final class SynchronizationFigures {
    private final Host host;
    private final Baseline since;
    private final long[] coStopped;
    private final long[] spinExits;

    /** Takes the counts of now, from which those of the end are counted. */
    SynchronizationFigures(Host host, Baseline since) {
        this.host = host;
        this.since = since;
        long now = host.simulation().now();
        coStopped = host.processors().contexts().stream().mapToLong(context -> context.coStoppedPicos(now)).toArray();
        spinExits = new long[host.owners().groups()];
        for (int group = 0; group < spinExits.length; group++) {
            spinExits[group] = host.spinExits(group);
        }
    }

    /** Adds the figures of each group; those of locks where there are any. */
    void addTo(Map<MetricKey, Double> metrics, double seconds) {
        long now = host.simulation().now();
        for (int group = 0; group < spinExits.length; group++) {
            double running = 0;
            double held = 0;
            int vcpus = 0;
            for (Context context : host.processors().contexts()) {
                if (context.owner() == group) {
                    running += since.running(context, now);
                    held += context.coStoppedPicos(now) - coStopped[context.ordinal()];
                    vcpus++;
                }
            }
            String name = host.owners().name(group);
            metrics.put(MetricKey.of(name, "costop.share", "%"), 100 * held / (now - since.start()) / Math.max(1, vcpus));
            locks(metrics, group, name, running, seconds);
        }
    }

    private void locks(Map<MetricKey, Double> metrics, int group, String name, double running, double seconds) {
        boolean locks = false;
        double spun = 0;
        for (int slot = 0; slot < host.slots().size(); slot++) {
            String mechanism = host.slots().get(slot).mechanism();
            if (mechanism.equals(SpinLock.SPIN) || mechanism.equals(SpinLock.HOLDER_PREEMPTION)) {
                locks = true;
                spun += since.picos(host, group, slot);
            }
        }
        if (locks) {
            metrics.put(MetricKey.of(name, "lock.spin.share", "%"), running == 0 ? 0 : 100 * spun / running);
            metrics.put(MetricKey.of(name, "spin-exits.rate", "/s"), (host.spinExits(group) - spinExits[group]) / seconds);
        }
    }
}
