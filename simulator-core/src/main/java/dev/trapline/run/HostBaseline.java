package dev.trapline.run;

import dev.trapline.devicepath.ConsumerCounts;
import dev.trapline.platform.Host;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.CycleLedger;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one host had done when its warm-up ended, to be subtracted from what it has done at the end. */
final class HostBaseline {
    private final long start;
    private final CycleLedger ledger;
    private final long[] idle;
    private final long[] running;
    private final long[] ready;
    private final long[] interruptions;
    private final long[][] disks;
    private final long[] nicsOut;
    private final long[] nicsIn;
    private final long nicDropped;
    private final long nicHeldBack;
    private final long nicArrived;
    private final Host host;
    private final Map<String, long[]> consumers = new LinkedHashMap<>();

    /** Takes the baseline now and lets what the host measures of waits forget what was before. */
    HostBaseline(Host host) {
        this.host = host;
        start = host.simulation().now();
        host.processors().account();
        ledger = host.processors().ledger().snapshot();
        host.processors().occupancy().reset();
        host.processors().readyWaits().reset();
        idle = host.processors().cores().stream().mapToLong(core -> core.idlePicos(start)).toArray();
        running = states(host, Context.State.RUNNING);
        ready = states(host, Context.State.READY);
        interruptions = host.processors().contexts().stream().mapToLong(Context::interruptions).toArray();
        disks = new long[host.disks().size()][];
        for (int i = 0; i < disks.length; i++) {
            disks[i] = host.disks().get(i).parts().stream().mapToLong(part -> part.busyPicos(start)).toArray();
        }
        nicsOut = host.nics().stream().mapToLong(nic -> nic.busyPicosOut(start)).toArray();
        nicsIn = host.nics().stream().mapToLong(nic -> nic.busyPicosIn(start)).toArray();
        nicDropped = nicsDropped(host);
        nicHeldBack = nicsHeldBack(host);
        nicArrived = nicsArrived(host);
        host.consumers().forEach((name, counts) -> consumers.put(name, counts(counts)));
    }

    private static long[] states(Host host, Context.State state) {
        long now = host.simulation().now();
        return host.processors().contexts().stream().mapToLong(context -> context.picos(state, now)).toArray();
    }

    private static long[] counts(ConsumerCounts counts) {
        return new long[] {counts.served(), counts.passes(), counts.notifications(), counts.dropped()};
    }

    private static long nicsDropped(Host host) {
        return host.nics().stream().mapToLong(nic -> nic.ring().dropped()).sum();
    }

    /** Packets that the machine's interfaces lost since. */
    long nicDropped() {
        return nicsDropped(host) - nicDropped;
    }

    private static long nicsHeldBack(Host host) {
        return host.nics().stream().mapToLong(nic -> nic.ring().heldBack()).sum();
    }

    private static long nicsArrived(Host host) {
        return host.nics().stream().mapToLong(nic -> nic.ring().arrived()).sum();
    }

    /** The part of the packets since that found the ring of their interface full and waited. */
    double nicHeldBackShare() {
        long arrived = nicsArrived(host) - nicArrived;
        return arrived == 0 ? 0 : (double) (nicsHeldBack(host) - nicHeldBack) / arrived;
    }

    /** An owner's name, with that of the host where there are several. */
    String nameOf(int owner) {
        String name = host.owners().name(owner);
        return host.name().isEmpty() ? name : host.name() + "/" + name;
    }

    Host host() {
        return host;
    }

    long start() {
        return start;
    }

    long picos(int owner, int slot) {
        return host.processors().ledger().picos(owner, slot) - ledger.picos(owner, slot);
    }

    long count(int owner, int slot) {
        return host.processors().ledger().count(owner, slot) - ledger.count(owner, slot);
    }

    long idle(Core core, long now) {
        return core.idlePicos(now) - idle[core.index()];
    }

    long interruptions(Context context) {
        return context.interruptions() - interruptions[context.ordinal()];
    }

    long running(Context context, long now) {
        return context.picos(Context.State.RUNNING, now) - running[context.ordinal()];
    }

    long ready(Context context, long now) {
        return context.picos(Context.State.READY, now) - ready[context.ordinal()];
    }

    /** How long the part of a disk that is busiest was so. */
    long disk(int index, long now) {
        return diskPart(index, busiestPart(index, now), now);
    }

    /** The name of that part within the disk; empty: the disk proper. */
    String busiestDiskPart(int index, long now) {
        return host.disks().get(index).parts().get(busiestPart(index, now)).name();
    }

    private int busiestPart(int index, long now) {
        int busiest = 0;
        for (int part = 1; part < disks[index].length; part++) {
            if (diskPart(index, part, now) > diskPart(index, busiest, now)) {
                busiest = part;
            }
        }
        return busiest;
    }

    private long diskPart(int index, int part, long now) {
        return host.disks().get(index).parts().get(part).busyPicos(now) - disks[index][part];
    }

    long nicOut(int index, long now) {
        return host.nics().get(index).busyPicosOut(now) - nicsOut[index];
    }

    long nicIn(int index, long now) {
        return host.nics().get(index).busyPicosIn(now) - nicsIn[index];
    }

    /** Served, passes, notifications and dropped of an executor since. */
    long[] consumer(String name, ConsumerCounts counts) {
        long[] before = consumers.getOrDefault(name, new long[4]);
        long[] now = counts(counts);
        return new long[] {now[0] - before[0], now[1] - before[1], now[2] - before[2], now[3] - before[3]};
    }
}
