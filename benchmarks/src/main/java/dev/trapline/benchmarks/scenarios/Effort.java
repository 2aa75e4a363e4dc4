package dev.trapline.benchmarks.scenarios;

import com.sun.management.ThreadMXBean;
import dev.trapline.engine.Simulation;
import dev.trapline.platform.Host;
import dev.trapline.platform.Site;
import dev.trapline.workload.GroupMeasure;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What was simulated, and what of it this thread took: its processor time, without that of the compiler's and collector's
 * threads, and the bytes that it allocated.
 *
 * @param packets that came to the machines' interfaces, lost ones among them
 * @param requests that were completed
 * @param allBytes with the assembly of the model and the warm-up
 * @param allEvents with those of the warm-up
 */
record Effort(
        long nanos, long bytes, long events, long picos, long packets, long requests, long allBytes, long allEvents) {
    static final Effort NONE = new Effort(0, 0, 0, 0, 0, 0, 0, 0);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Bytes that this thread has allocated so far. */
    static long allocated() {
        return THREADS.getCurrentThreadAllocatedBytes();
    }

    Effort plus(Effort other) {
        return new Effort(
                nanos + other.nanos, bytes + other.bytes, events + other.events, picos + other.picos, packets + other.packets,
                requests + other.requests, allBytes + other.allBytes, allEvents + other.allEvents);
    }

    /** With what was allocated and executed from the assembly of the model on. */
    Effort ofAll(long bytesOfAll, long eventsOfAll) {
        return new Effort(nanos, bytes, events, picos, packets, requests, bytesOfAll, eventsOfAll);
    }

    /** Runs a site, whose warm-up is over, for so long. */
    static Effort of(Site site, long picos) {
        Simulation simulation = site.simulation();
        site.measures().forEach(measure -> measure.reset(simulation.now()));
        long start = simulation.now();
        long events = simulation.executed();
        long packets = packets(site);
        long bytes = allocated();
        long nanos = THREADS.getCurrentThreadCpuTime();
        // In steps, as a run looks at it, so that a job that ends ends the run as well.
        for (int step = 1; step <= 100 && !site.isFinished(); step++) {
            simulation.runUntil(start + picos / 100 * step);
        }
        nanos = THREADS.getCurrentThreadCpuTime() - nanos;
        bytes = allocated() - bytes;
        events = simulation.executed() - events;
        long requests = site.measures().stream().mapToLong(GroupMeasure::completed).sum();
        return new Effort(nanos, bytes, events, simulation.now() - start, packets(site) - packets, requests, bytes, events);
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

    /** Tab-separated, in this order, times in seconds. */
    String line() {
        return String.format(
                Locale.ROOT, "%.4f\t%d\t%.4f\t%d\t%d\t%d\t%d\t%d",
                seconds(), events, simulatedSeconds(), packets, requests, bytes, allBytes, allEvents);
    }
}
