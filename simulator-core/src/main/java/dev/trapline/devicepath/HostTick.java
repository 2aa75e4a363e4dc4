package dev.trapline.devicepath;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import dev.trapline.work.Activity;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Level;
import dev.trapline.work.Price;

/** The periodic timer interrupt of the machine's own operating system or hypervisor on one core. */
public final class HostTick extends Activity {
    private final PhysicalInterrupt interrupt;
    private final Price handler;
    private final long periodPicos;
    private final Timer timer;
    private Price arrival = Price.FREE;
    private boolean due;

    public HostTick(Core core, PhysicalInterrupt interrupt, Price handler, long periodPicos, Simulation simulation) {
        super("host tick on core " + core.index(), Level.INTERRUPT, core.stolen());
        this.interrupt = interrupt;
        this.handler = handler;
        this.periodPicos = periodPicos;
        timer = simulation.newTimer(name(), Phase.ARRIVE, this::tick);
    }

    /** Starts ticking after {@code offset}. */
    public void start(long offset) {
        timer.armAfter(offset);
    }

    private void tick() {
        timer.armAfter(periodPicos);
        Context met = interrupt.interrupted();
        arrival = interrupt.price(met);
        due = true;
        raise();
        interrupt.left(met);
    }

    @Override
    protected boolean step() {
        if (!due) {
            return false;
        }
        due = false;
        arrival.appendTo(meter(), block());
        handler.appendTo(meter(), block());
        return true;
    }
}
