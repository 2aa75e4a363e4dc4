package dev.trapline.devicepath;

import dev.trapline.work.Activity;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Level;
import dev.trapline.work.Price;
import java.util.ArrayDeque;

/**
 * An interrupt of the machine that the hypervisor takes on one core, from whatever runs there, and forwards to a handler
 * that is in a context of its own: a driver domain's, a guest's, a thread's.
 */
public final class ForwardedInterrupt extends Activity implements InterruptEntry {
    private final PhysicalInterrupt interrupt;
    private final ArrayDeque<Consumer> handlers = new ArrayDeque<>();
    private final ArrayDeque<Price> prices = new ArrayDeque<>();
    private Consumer taken;

    public ForwardedInterrupt(Core core, PhysicalInterrupt interrupt) {
        super("interrupt on core " + core.index(), Level.INTERRUPT, core.stolen());
        this.interrupt = interrupt;
    }

    @Override
    public void enter(Consumer handler) {
        Context met = interrupt.interrupted();
        handlers.addLast(handler);
        prices.addLast(interrupt.price(met));
        raise();
        interrupt.left(met);
    }

    @Override
    protected boolean step() {
        if (taken != null) {
            Consumer handler = taken;
            taken = null;
            handler.wake(Price.FREE);
        }
        if (handlers.isEmpty()) {
            return false;
        }
        taken = handlers.removeFirst();
        prices.removeFirst().appendTo(meter(), block());
        return true;
    }
}
