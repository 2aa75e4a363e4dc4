package dev.trapline.hardware;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import java.util.ArrayDeque;

/** One direction of a network, or both where they share it: frames one after the other at the rate of the wire. */
public final class Wire {
    /** Something that occupies the wire for a time. */
    public interface Frame {
        long wirePicos();

        /** Its first bit leaves. */
        void begun();

        /** Its last bit has left, after so many picoseconds. */
        void sent(long wirePicos);
    }

    private final Simulation simulation;
    private final Timer completion;
    private final ArrayDeque<Frame> queue = new ArrayDeque<>();
    private Frame active;
    private long length;
    private long busySince;
    private long busyPicos;

    public Wire(String name, Simulation simulation) {
        this.simulation = simulation;
        completion = simulation.newTimer(name + " sent", Phase.COMPLETE, this::complete);
    }

    public void send(Frame frame) {
        queue.addLast(frame);
        if (active == null) {
            begin();
        }
    }

    public long busyPicos(long now) {
        return busyPicos + (active == null ? 0 : now - busySince);
    }

    private void begin() {
        active = queue.removeFirst();
        active.begun();
        length = active.wirePicos();
        busySince = simulation.now();
        completion.armAfter(length);
    }

    private void complete() {
        Frame sent = active;
        long took = length;
        active = null;
        busyPicos += took;
        if (!queue.isEmpty()) {
            begin();
        }
        sent.sent(took);
    }
}
