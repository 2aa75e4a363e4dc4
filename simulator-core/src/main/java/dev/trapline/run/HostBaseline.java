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
    private final long[] disks;
    private final long[] nicsOut;
    private final long[] nicsIn;
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
        disks = host.disks().stream().mapToLong(disk -> disk.busyPicos(start)).toArray();
        nicsOut = host.nics().stream().mapToLong(nic -> nic.busyPicosOut(start)).toArray();
        nicsIn = host.nics().stream().mapToLong(nic -> nic.busyPicosIn(start)).toArray();
        host.consumers().forEach((name, counts) -> consumers.put(name, counts(counts)));
    }

    private static long[] states(Host host, Context.State state) {
        long now = host.simulation().now();
        return host.processors().contexts().stream().mapToLong(context -> context.picos(state, now)).toArray();
    }

    private static long[] counts(ConsumerCounts counts) {
        return new long[] {counts.served(), counts.passes(), counts.notifications()};
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

    long running(Context context, long now) {
        return context.picos(Context.State.RUNNING, now) - running[context.ordinal()];
    }

    long ready(Context context, long now) {
        return context.picos(Context.State.READY, now) - ready[context.ordinal()];
    }

    long disk(int index, long now) {
        return host.disks().get(index).busyPicos(now) - disks[index];
    }

    long nicOut(int index, long now) {
        return host.nics().get(index).busyPicosOut(now) - nicsOut[index];
    }

    long nicIn(int index, long now) {
        return host.nics().get(index).busyPicosIn(now) - nicsIn[index];
    }

    /** Served, passes and notifications of an executor since. */
    long[] consumer(String name, ConsumerCounts counts) {
        long[] before = consumers.getOrDefault(name, new long[3]);
        long[] now = counts(counts);
        return new long[] {now[0] - before[0], now[1] - before[1], now[2] - before[2]};
    }
}
