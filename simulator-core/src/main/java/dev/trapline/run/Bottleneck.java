package dev.trapline.run;

import dev.trapline.platform.Host;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.workload.GroupMeasure;

/** Names what limits a host, or the streams of one guest group: the device, context or cores that had no time left. */
final class Bottleneck {
    /** It has time left everywhere: the load itself is what there is. */
    static final String NONE = "load";

    private static final double SATURATED = 0.95;
    /** A wire's utilisation counts frames alone, and acknowledgements leave gaps. */
    private static final double SATURATED_WIRE = 0.92;
    /** Where nobody had no time left, a sender that was held back for such a part of the time would have sent more. */
    private static final double HELD_BACK = 0.02;
    private static final double OFTEN_INTERRUPTED = 0.1;
    /** A part of the datagrams as small as this is lost at the start of a burst, whatever the load. */
    private static final double HARDLY_ANY = 0.001;

    private final Host host;
    private final HostBaseline since;
    private final long now;
    private final double elapsed;

    Bottleneck(HostBaseline since) {
        host = since.host();
        this.since = since;
        now = host.simulation().now();
        elapsed = now - since.start();
    }

    String name() {
        for (int i = 0; i < host.nics().size(); i++) {
            if (isSaturated(i)) {
                return "network " + i;
            }
        }
        for (int i = 0; i < host.disks().size(); i++) {
            if (since.disk(i, now) >= SATURATED * elapsed) {
                return ("disk " + i + " " + since.busiestDiskPart(i, now)).strip();
            }
        }
        if (coresAreBusy()) {
            return "cores";
        }
        Context busiest = busiest(-1, true);
        return busiest == null ? NONE : busiest.name();
    }

    /** What limits the streams of a group: the link, somebody's CPU, the window, or what is offered. */
    String ofStreams(int group, GroupMeasure measure) {
        boolean windowed = measure.connections() > 0;
        boolean loses = measure.datagrams().droppedSince() > HARDLY_ANY * measure.datagrams().offeredSince();
        if (windowed || !loses) {
            // what is lost has gone over the link before
            for (int nic : host.nicsOf(group)) {
                if (isSaturated(nic)) {
                    return "link " + nic;
                }
            }
            if (!windowed) {
                return "offered load";
            }
        }
        String cpu = cpu(group);
        if (!cpu.isEmpty()) {
            return "cpu: " + cpu;
        }
        return windowed && measure.blockedShare(since.start(), now) >= HELD_BACK ? "window" : loses ? "full rings" : NONE;
    }

    /** Whoever serves the group and had no time left; nobody: empty. */
    private String cpu(int group) {
        Context running = busiest(group, false);
        if (running != null) {
            return running.name() + (isInterrupted(running) ? " and interrupts on its core" : "");
        }
        if (coresAreBusy()) {
            return "all cores";
        }
        Context waiting = busiest(group, true);
        if (waiting != null) {
            return waiting.name() + ", which waits for a core";
        }
        for (Core core : host.processors().cores()) {
            if (since.idle(core, now) <= (1 - SATURATED) * elapsed) {
                return "core " + core.index();
            }
        }
        return "";
    }

    private boolean isSaturated(int nic) {
        return Math.max(since.nicOut(nic, now), since.nicIn(nic, now)) >= SATURATED_WIRE * elapsed;
    }

    private boolean coresAreBusy() {
        double idle = 0;
        for (Core core : host.processors().cores()) {
            idle += since.idle(core, now);
        }
        return idle <= (1 - SATURATED) * elapsed * host.processors().cores().size();
    }

    /**
     * The context that was busy most of the time, or null if even that had time left.
     *
     * @param group whose own and whose servants are looked at; -1: all
     * @param ready whether time in which it waited for a core counts too
     */
    private Context busiest(int group, boolean ready) {
        Context busiest = null;
        double most = 0;
        for (Context context : host.processors().contexts()) {
            if (group >= 0 && context.owner() != group && context.owner() < host.owners().groups()) {
                continue;
            }
            long busy = since.running(context, now) - spinning(context.owner()) + (ready ? since.ready(context, now) : 0);
            if (busy / elapsed > most) {
                most = busy / elapsed;
                busiest = context;
            }
        }
        return most >= SATURATED ? busiest : null;
    }

    /** Whether a part of the time that it had a core for went to what the core does for the machine, in the mean of its owner's. */
    private boolean isInterrupted(Context context) {
        double running = 0;
        double own = 0;
        for (Context each : host.processors().contexts()) {
            running += each.owner() == context.owner() ? since.running(each, now) : 0;
        }
        for (int slot = 0; slot < host.slots().size(); slot++) {
            own += since.picos(context.owner(), slot);
        }
        return running - own >= OFTEN_INTERRUPTED * elapsed;
    }

    /** The time that each context of an owner looked idle to itself but kept its core, in the mean of them. */
    private long spinning(int owner) {
        long contexts = host.processors().contexts().stream().filter(it -> it.owner() == owner).count();
        long picos = 0;
        for (int slot = 0; slot < host.slots().size(); slot++) {
            picos += host.slots().get(slot).mechanism().equals("idle spin") ? since.picos(owner, slot) : 0;
        }
        return picos / contexts;
    }
}
