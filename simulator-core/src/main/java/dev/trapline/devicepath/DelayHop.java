package dev.trapline.devicepath;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import java.util.ArrayDeque;

/** A delay that holds no core, the same for every transfer. */
final class DelayHop implements Hop {
    private final Simulation simulation;
    private final Timer timer;
    private final long delayPicos;
    private final int slot;
    private final ArrayDeque<Transfer> waiting = new ArrayDeque<>();

    DelayHop(String name, Simulation simulation, long delayPicos, int slot) {
        this.simulation = simulation;
        this.delayPicos = delayPicos;
        this.slot = slot;
        timer = simulation.newTimer(name, Phase.COMPLETE, this::elapsed);
    }

    @Override
    public void enter(Transfer transfer, Carrier by) {
        transfer.due(simulation.now() + delayPicos);
        waiting.addLast(transfer);
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
            timer.armAt(waiting.peekFirst().due());
        }
    }
}
