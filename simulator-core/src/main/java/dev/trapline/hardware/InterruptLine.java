package dev.trapline.hardware;

import dev.trapline.engine.Action;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;

/** A device's interrupt: raised for an event at once, or later if the last one was less than the least gap ago. */
public final class InterruptLine {
    private final Simulation simulation;
    private final Timer delayed;
    private final Action deliver;
    private final long gapPicos;
    private long nextAllowed;
    private long raised;

    public InterruptLine(String name, Simulation simulation, long gapPicos, Action deliver) {
        this.simulation = simulation;
        this.gapPicos = gapPicos;
        this.deliver = deliver;
        delayed = simulation.newTimer(name + " moderation", Phase.ARRIVE, this::raise);
    }

    /** Something happened of which the driver must hear. */
    public void request() {
        if (delayed.isArmed()) {
            return;
        }
        if (simulation.now() >= nextAllowed) {
            raise();
        } else {
            delayed.armAt(nextAllowed);
        }
    }

    public long raised() {
        return raised;
    }

    private void raise() {
        raised++;
        nextAllowed = simulation.now() + gapPicos;
        deliver.run();
    }
}
