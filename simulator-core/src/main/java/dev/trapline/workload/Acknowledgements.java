package dev.trapline.workload;

import dev.trapline.engine.Action;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;

/** When a receiver acknowledges: once for every so many packets, and after a delay what is left over. */
final class Acknowledgements {
    private final int every;
    private final long afterPicos;
    private final Timer delayed;
    private long packets;

    /** @param late is run when fewer than that have waited for so long */
    Acknowledgements(String name, StreamWorkload.Terms terms, Simulation simulation, Action late) {
        every = terms.acknowledgeEvery();
        afterPicos = terms.acknowledgeAfterPicos();
        delayed = simulation.newTimer(name + " delayed acknowledgement", Phase.ARRIVE, late);
    }

    /** So many packets have come; returns how many acknowledgements are due for them. */
    long due(long more) {
        packets += more;
        long due = packets / every;
        packets %= every;
        if (due > 0) {
            delayed.cancel();
        }
        if (packets > 0 && !delayed.isArmed()) {
            delayed.armAfter(afterPicos);
        }
        return due;
    }

    /** All has been acknowledged. */
    void done() {
        packets = 0;
        delayed.cancel();
    }
}
