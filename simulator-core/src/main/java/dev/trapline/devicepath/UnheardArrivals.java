package dev.trapline.devicepath;

import dev.trapline.engine.Action;
import dev.trapline.engine.Simulation;
import dev.trapline.hardware.InterruptLine;

/**
 * Packets that come to an interface while an interrupt is due whatever comes: nobody hears of them before, so that their arrival
 * is no event. Who looks at the ring where they wait, or has to do with it, lets them arrive first; of what happens in the very
 * picosecond of an arrival, the arrival so goes first.
 */
final class UnheardArrivals {
    private final Simulation simulation;
    private final InterruptLine line;
    private final Action arrive;
    private boolean possible = true;
    /** Until then there are none; {@link Long#MAX_VALUE} while arrivals are events. */
    private long from = Long.MAX_VALUE;

    /** @param arrive lets arrive what does until now, and says by {@link #beginAt} what comes next */
    UnheardArrivals(Simulation simulation, InterruptLine line, Action arrive) {
        this.simulation = simulation;
        this.line = line;
        this.arrive = arrive;
        line.bringsAlong(this::bring);
    }

    /** From now on each arrival is an event: others come to the same ring, a request comes with a packet, or somebody looks on. */
    void neverAgain() {
        possible = false;
        if (from != Long.MAX_VALUE) {
            arrive();
        }
    }

    /** The next packet will arrive at this instant or later: whether nobody hears of that. */
    boolean beginAt(long next) {
        boolean unheard = possible && line.isDueWhateverComes();
        from = unheard ? next : Long.MAX_VALUE;
        return unheard;
    }

    /** Throws if packets are under way without an event and no interrupt is due for them. */
    void checkConservation() {
        if (from != Long.MAX_VALUE && !line.isDueWhateverComes()) {
            throw new IllegalStateException("packets are under way to an interface of which nobody will hear");
        }
    }

    /** What has come until now has arrived. */
    void catchUp() {
        if (from <= simulation.now()) {
            arrive();
        }
    }

    /** An interrupt is raised for what has come. */
    private void bring() {
        if (possible) {
            arrive();
        }
    }

    /** What arrives looks at the ring itself, and must not let others overtake it. */
    private void arrive() {
        from = Long.MAX_VALUE;
        arrive.run();
    }
}
