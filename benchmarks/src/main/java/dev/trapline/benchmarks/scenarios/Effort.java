package dev.trapline.benchmarks.scenarios;

import com.sun.management.ThreadMXBean;
import dev.trapline.engine.Simulation;
import dev.trapline.platform.Host;
import dev.trapline.platform.Site;
import dev.trapline.workload.GroupMeasure;
import java.lang.management.ManagementFactory;

/**
 * What was simulated, and what of it this thread took: its processor time, without that of the compiler's and collector's threads,
 * and the bytes that it allocated.
 *
 * @param packets that came to the machines' interfaces, lost ones among them
 * @param requests that were completed
 */
record Effort(long nanos, long bytes, long events, long picos, long packets, long requests) {
    static final Effort NONE = new Effort(0, 0, 0, 0, 0, 0);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    Effort plus(Effort other) {
        return new Effort(
                nanos + other.nanos, bytes + other.bytes, events + other.events, picos + other.picos,
                packets + other.packets, requests + other.requests);
    }

    /** Runs a site, whose warm-up is over, for so long. */
    static Effort of(Site site, long picos) {
        Simulation simulation = site.simulation();
        site.measures().forEach(measure -> measure.reset(simulation.now()));
        long start = simulation.now();
        long events = simulation.executed();
        long packets = packets(site);
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        // In steps, as a run looks at it, so that a job that ends ends the run as well.
        for (int step = 1; step <= 100 && !site.isFinished(); step++) {
            simulation.runUntil(start + picos / 100 * step);
        }
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        long requests = site.measures().stream().mapToLong(GroupMeasure::completed).sum();
        return new Effort(
                nanos, bytes, simulation.executed() - events, simulation.now() - start, packets(site) - packets, requests);
    }

    private static long packets(Site site) {
        long packets = 0;
        for (Host host : site.hosts()) {
            packets += host.nics().stream().mapToLong(nic -> nic.ring().arrived()).sum();
        }
        return packets;
    }

    double seconds() {
        return nanos / 1e9;
    }

    double simulatedSeconds() {
        return picos / 1e12;
    }
}
