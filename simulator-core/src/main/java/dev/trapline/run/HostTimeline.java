package dev.trapline.run;

import dev.trapline.devicepath.NetworkInterface;
import dev.trapline.engine.Time;
import dev.trapline.platform.Host;
import dev.trapline.result.Timeline;
import dev.trapline.work.Activity;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Onlooker;
import dev.trapline.work.Slots.Slot;
import dev.trapline.work.Trail;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Takes down what one host does in a window: which context runs on each core, what each context executes, what each device works
 * at, how many wait in each queue. What lasts when the window opens or closes is cut there.
 */
final class HostTimeline implements Onlooker {
    private static final int GROUPS = 4;

    private final Host host;
    private final Timeline timeline;
    private final TimelineArrows arrows;
    private final int first;
    private final Map<String, TimelineTrack> coreTracks = new LinkedHashMap<>();
    private final Map<Context, TimelineTrack> contextTracks = new LinkedHashMap<>();
    private final TimelineDevices devices;
    private final Map<String, Integer> queues = new LinkedHashMap<>();
    private int ready;
    private boolean open;
    private long opened;
    private Core core;
    private Context on;
    private Activity activity;
    private Trail trail;
    private long from;
    private long until;
    private long work;
    private long done;

    HostTimeline(Host host, int number, Timeline timeline, TimelineArrows arrows) {
        this.host = host;
        this.timeline = timeline;
        this.arrows = arrows;
        first = TimelineRequests.GROUP + 1 + number * GROUPS;
        devices = new TimelineDevices(timeline, arrows, devicesGroup(), queuesGroup());
    }

    private int coresGroup() {
        return first;
    }

    private int contextsGroup() {
        return first + 1;
    }

    private int devicesGroup() {
        return first + 2;
    }

    private int queuesGroup() {
        return first + 3;
    }

    /** The window begins now. */
    void open() {
        host.nics().forEach(NetworkInterface::catchUp);
        open = true;
        opened = now();
        String prefix = host.name().isEmpty() ? "" : host.name() + ": ";
        timeline.group(coresGroup(), prefix + "cores");
        timeline.group(contextsGroup(), prefix + "contexts");
        timeline.group(devicesGroup(), prefix + "devices");
        timeline.group(queuesGroup(), prefix + "queues");
        for (Core each : host.processors().cores()) {
            if (each.index() < host.machine().cores()) {
                coreTrack(each, "");
            }
        }
        for (Context context : host.processors().contexts()) {
            contextTrack(context);
            begins(context, context.state());
        }
        devices.open(opened);
        timeline.count(queuesGroup(), "ready contexts", opened, ready);
        queues.forEach((queue, count) -> timeline.count(queuesGroup(), queue, opened, count));
    }

    /** The window ends now. */
    void close() {
        host.nics().forEach(NetworkInterface::catchUp);
        host.processors().account();
        coreTracks.values().forEach(track -> track.close(now()));
        contextTracks.values().forEach(track -> track.close(now()));
        devices.close(now());
        open = false;
    }

    private long now() {
        return host.simulation().now();
    }

    private TimelineTrack coreTrack(Core of, String what) {
        return coreTracks.computeIfAbsent("core " + of.index() + what, name ->
                new TimelineTrack(timeline, coresGroup(), of.index() * 2 + (what.isEmpty() ? 0 : 1), name));
    }

    private TimelineTrack contextTrack(Context context) {
        return contextTracks.computeIfAbsent(context, of ->
                new TimelineTrack(timeline, contextsGroup(), of.ordinal(), of.name()));
    }

    @Override
    public void moved(Context context, Context.State left, Context.State entered) {
        ready += (entered == Context.State.READY ? 1 : 0) - (left == Context.State.READY ? 1 : 0);
        if (!open) {
            return;
        }
        if (left == Context.State.RUNNING) {
            coreTrack(context.core(), "").end(now());
        } else if (left == Context.State.READY) {
            contextTrack(context).end(now());
        }
        begins(context, entered);
        if (entered == Context.State.READY || left == Context.State.READY) {
            timeline.count(queuesGroup(), "ready contexts", now(), ready);
        }
    }

    private void begins(Context context, Context.State state) {
        if (state == Context.State.RUNNING) {
            coreTrack(context.core(), "").begin(now(), context.name(), "context", "");
        } else if (state == Context.State.READY) {
            contextTrack(context).begin(now(), "ready", "waiting", "");
        }
    }

    @Override
    public void works(Core by, Context in, Activity what, Trail served, long since, long upTo, long picos) {
        core = by;
        on = in;
        activity = what;
        trail = served;
        from = since;
        until = upTo;
        work = picos;
        done = 0;
    }

    @Override
    public void did(int number, long picos) {
        long begins = Math.max(at(done), opened);
        done += picos;
        long ends = at(done);
        if (!open || ends <= begins) {
            return;
        }
        TimelineTrack track = on == null ? coreTrack(core, " interrupts") : contextTrack(on);
        Slot slot = host.slots().get(number);
        boolean seen = trail != null && ends - begins >= Time.PICOS_PER_NANO;
        boolean isNew = track.piece(begins, ends, slot.mechanism(), slot.place().word(), activity.name(), trail);
        if (seen && isNew) {
            arrows.comes(trail, track, begins);
        }
        if (seen) {
            arrows.wasHere(trail, track, begins, ends);
        }
    }

    /** When so much of the work at hand was done; the speed of the core does not change meanwhile. */
    private long at(long amount) {
        if (amount == work) {
            return until;
        }
        return work == until - from ? from + amount : from + (long) ((double) amount / work * (until - from));
    }

    @Override
    public void enters(String device, String what, Object operation, Trail served, long at) {
        devices.enters(device, what, operation, served, at);
    }

    @Override
    public void spent(Object operation, String how, long upTo) {
        devices.spent(operation, how, upTo);
    }

    @Override
    public void leaves(Object operation, long at) {
        devices.leaves(operation, at);
    }

    @Override
    public void waiting(String queue, int count) {
        queues.put(queue, count);
        if (open) {
            timeline.count(queuesGroup(), queue, now(), count);
        }
    }
}
