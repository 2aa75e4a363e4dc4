package dev.trapline.scheduler;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;

/**
 * What a vCPU borrows of its virtual time: it goes so far ahead of the others, until it has run for the limit in one go;
 * then not, for a while.
 */
final class BvtWarp {
    private final long picos;
    private final long limitPicos;
    private final long pausePicos;
    private final Runnable changed;
    private final Timer timer;
    private boolean warped = true;

    /** @param changed what is to be done when it ceases to borrow or begins again */
    BvtWarp(Simulation simulation, String name, long picos, long limitPicos, long pausePicos, Runnable changed) {
        this.picos = picos;
        this.limitPicos = limitPicos;
        this.pausePicos = pausePicos;
        this.changed = changed;
        timer = simulation.newTimer(name + " warp", Phase.ARRIVE, this::turn);
    }

    long picos() {
        return warped ? picos : 0;
    }

    void starts() {
        if (picos > 0 && warped) {
            timer.armAfter(limitPicos);
        }
    }

    void stops() {
        if (warped) {
            timer.cancel();
        }
    }

    private void turn() {
        warped = !warped;
        if (!warped) {
            timer.armAfter(pausePicos);
        }
        changed.run();
    }
}
