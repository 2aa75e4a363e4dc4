package dev.trapline.devicepath;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;

/** A delay that holds no core, the same for every transfer. */
final class DelayHop implements Hop {
    private final Simulation simulation;
    private final Timer timer;
    private final long delayPicos;
    private final int slot;
    private final TransferLine waiting = new TransferLine();

    DelayHop(String name, Simulation simulation, long delayPicos, int slot) {
        this.simulation = simulation;
        this.delayPicos = delayPicos;
        this.slot = slot;
        timer = simulation.newTimer(name, Phase.COMPLETE, this::elapsed);
    }

    @Override
    public void enter(Transfer transfer, Carrier by) {
        transfer.due(simulation.now() + delayPicos);
        waiting.add(transfer);
        arm();
    }

    private void elapsed() {
        Transfer transfer = waiting.removeFirst();
        arm();
        if (transfer.trail() != null) {
            transfer.trail().until(simulation.now(), slot);
        }
        transfer.goOn(null);
    }

    private void arm() {
        if (!waiting.isEmpty() && !timer.isArmed()) {
            timer.armAt(waiting.first().due());
        }
    }
}
