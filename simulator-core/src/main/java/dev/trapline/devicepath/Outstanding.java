package dev.trapline.devicepath;

import dev.trapline.engine.Simulation;

/** The operations that a virtual device can have under way; others wait in the guest's driver until one has ended. */
final class Outstanding implements Hop {
    private final Simulation simulation;
    private final int most;
    private final int slot;
    private final TransferLine waiting = new TransferLine();
    private int underWay;

    /** @param slot where the time of the wait goes */
    Outstanding(Simulation simulation, int most, int slot) {
        this.simulation = simulation;
        this.most = most;
        this.slot = slot;
    }

    @Override
    public void enter(Transfer transfer, Carrier by) {
        if (underWay == most) {
            waiting.add(transfer);
        } else {
            start(transfer, by);
        }
    }

    /** One has ended, in this activity of the guest, which starts the next. */
    void release(Carrier by) {
        underWay--;
        if (!waiting.isEmpty()) {
            Transfer next = waiting.removeFirst();
            if (next.trail() != null) {
                next.trail().until(simulation.now(), slot);
            }
            start(next, by);
        }
    }

    private void start(Transfer transfer, Carrier by) {
        underWay++;
        transfer.holds(this);
        transfer.goOn(by);
    }
}
