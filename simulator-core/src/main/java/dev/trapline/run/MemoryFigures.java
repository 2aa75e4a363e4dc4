package dev.trapline.run;

import dev.trapline.memory.GuestMemory;
import dev.trapline.memory.MemoryCounts.Count;
import dev.trapline.memory.MemoryFacts;
import dev.trapline.memory.Pages;
import dev.trapline.platform.Host;
import dev.trapline.platform.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What became of guests' memory: states as they are, and what happened since the warm-up. */
final class MemoryFigures {
    private static final String[] STATES = {"held", "shared", "reclaimed", "ballooned", "swapped", "active", "large"};

    private final Site site;
    private final List<Owned> guests = new ArrayList<>();
    private final List<long[]> before = new ArrayList<>();

    /** Takes the counts of now, from which those of the end are counted. */
    MemoryFigures(Site site) {
        this.site = site;
        for (Host host : site.hosts()) {
            host.memories().forEach(memory -> guests.add(new Owned(memory, host)));
        }
        guests.forEach(guest -> before.add(guest.memory().counts().snapshot()));
    }

    /** The memory of a guest, and where it is. */
    private record Owned(GuestMemory memory, Host host) {
        boolean isOf(int group) {
            return memory.terms().group() == group;
        }
    }

    /** Whether a platform decides on memory of this group. */
    private boolean isDecidedOn(int group) {
        return guests.stream().anyMatch(guest -> guest.isOf(group) && guest.host().memory().isPresent());
    }

    /** Adds the figures of each group that uses memory, or whose platform decides on it. */
    void addTo(Map<MetricKey, Double> metrics, double seconds) {
        for (int group = 0; group < site.owners().groups(); group++) {
            String name = site.owners().name(group);
            if (isDecidedOn(group)) {
                states(metrics, group, name);
                platform(metrics, group, name, seconds);
            }
            guest(metrics, group, name, seconds);
        }
        for (Host host : site.hosts()) {
            host.memory().ifPresent(memory -> metrics.put(
                    MetricKey.ofMachine(HostFigures.prefix(host) + "memory.free", "MiB"), Pages.mebibytes(memory.free())));
        }
    }

    private void states(Map<MetricKey, Double> metrics, int group, String name) {
        double[] sums = new double[STATES.length];
        for (Owned guest : guests) {
            if (guest.isOf(group) && guest.host().memory().isPresent()) {
                MemoryFacts facts = MemoryFacts.of(guest.memory(), guest.host().memory().orElseThrow());
                double[] each = {
                    facts.held(), facts.shared(), facts.saved(), facts.ballooned(), facts.swapped(), facts.active(), facts.large()
                };
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += each[i];
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            mebibytes(metrics, name, "memory." + STATES[i], sums[i]);
        }
    }

    private void platform(Map<MetricKey, Double> metrics, int group, String name, double seconds) {
        metrics.put(MetricKey.of(name, "faults.host.rate", "/s"), sum(group, Count.HOST_FAULTS) / seconds);
        metrics.put(MetricKey.of(name, "faults.major", ""), (double) sum(group, Count.MAJOR_FAULTS));
        metrics.put(MetricKey.of(name, "faults.major.rate", "/s"), sum(group, Count.MAJOR_FAULTS) / seconds);
        mebibytes(metrics, name, "swap.read", sum(group, Count.SWAP_READS));
        mebibytes(metrics, name, "swap.written", sum(group, Count.SWAP_WRITES));
        mebibytes(metrics, name, "swap.stale", sum(group, Count.STALE_READS));
        mebibytes(metrics, name, "swap.silent", sum(group, Count.SILENT_WRITES));
    }

    private void guest(Map<MetricKey, Double> metrics, int group, String name, double seconds) {
        if (total(group, Count.GUEST_FAULTS) > 0 || isDecidedOn(group)) {
            metrics.put(MetricKey.of(name, "faults.guest.rate", "/s"), sum(group, Count.GUEST_FAULTS) / seconds);
            mebibytes(metrics, name, "paging.read", sum(group, Count.GUEST_READS));
            mebibytes(metrics, name, "paging.written", sum(group, Count.GUEST_WRITES));
            doublePaging(metrics, group, name);
        }
    }

    /** How many of the pages that a guest wrote out had to be read for it, and what a page that a guest needs moves in all. */
    private void doublePaging(Map<MetricKey, Double> metrics, int group, String name) {
        double written = sum(group, Count.GUEST_WRITES);
        double faults = sum(group, Count.GUEST_FAULTS);
        if (written > 0) {
            metrics.put(MetricKey.of(name, "paging.doubled", "%"), 100 * sum(group, Count.DOUBLE_PAGED) / written);
        }
        if (faults > 0) {
            double moved = written + sum(group, Count.GUEST_READS) + sum(group, Count.SWAP_READS) + sum(group, Count.SWAP_WRITES);
            metrics.put(MetricKey.of(name, "faults.pages-moved", ""), moved / faults);
        }
    }

    private static void mebibytes(Map<MetricKey, Double> metrics, String group, String name, double pages) {
        metrics.put(MetricKey.of(group, name, "MiB"), pages * Pages.BYTES / (1 << 20));
    }

    private long total(int group, Count what) {
        long total = 0;
        for (Owned guest : guests) {
            total += guest.isOf(group) ? guest.memory().counts().get(what) : 0;
        }
        return total;
    }

    private long sum(int group, Count what) {
        long sum = total(group, what);
        for (int i = 0; i < before.size(); i++) {
            sum -= guests.get(i).isOf(group) ? before.get(i)[what.ordinal()] : 0;
        }
        return sum;
    }
}
