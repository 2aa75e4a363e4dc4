package dev.trapline.guest;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import dev.trapline.work.Activity;
import dev.trapline.work.Context;
import dev.trapline.work.Level;
import dev.trapline.work.Price;

/**
 * The periodic timer interrupt of one vCPU. It wakes an idle vCPU unless the operating system is tickless. What becomes of
 * ticks that fall due while the vCPU has no core is the platform's policy: merged into one, delivered later one by one, or
 * dropped.
 */
public final class GuestTick extends Activity {
    /** What becomes of ticks that a vCPU without a core missed. */
    public enum Missed {
        MERGE,
        BACKLOG,
        DROP
    }

    private final Context vcpu;
    private final Price price;
    private final long periodPicos;
    private final boolean tickless;
    private final Missed missed;
    private final Timer timer;
    private long due;

    public GuestTick(Context vcpu, Price price, long periodPicos, boolean tickless, Missed missed, Simulation simulation) {
        super(vcpu.name() + " tick", Level.INTERRUPT, vcpu.agenda());
        this.vcpu = vcpu;
        this.price = price;
        this.periodPicos = periodPicos;
        this.tickless = tickless;
        this.missed = missed;
        timer = simulation.newTimer(name(), Phase.ARRIVE, this::tick);
    }

    /** Starts ticking after {@code offset}. */
    public void start(long offset) {
        timer.armAfter(offset);
    }

    private void tick() {
        timer.armAfter(periodPicos);
        if (tickless && vcpu.state() == Context.State.BLOCKED) {
            return;
        }
        if (missed == Missed.DROP && vcpu.state() == Context.State.READY) {
            return;
        }
        due = missed == Missed.BACKLOG ? due + 1 : 1;
        raise();
    }

    @Override
    protected boolean step() {
        if (due == 0) {
            return false;
        }
        due--;
        price.appendTo(meter(), block());
        return true;
    }
}
