package dev.trapline.devicepath;

import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Price;

/**
 * An interrupt of the machine on one core. If it meets guest code (on hosted platforms: the monitor's world) it costs
 * what leaving that takes; a hosted vCPU is then in the host's world, and its host process has its say before it goes back.
 */
public final class PhysicalInterrupt implements InterruptEntry {
    private final Core core;
    private final Price otherwise;
    private final boolean leadsToHost;

    /** @param otherwise what it costs where no guest code runs; a context knows what interrupting it costs */
    public PhysicalInterrupt(Core core, Price otherwise, boolean leadsToHost) {
        this.core = core;
        this.otherwise = otherwise;
        this.leadsToHost = leadsToHost;
    }

    @Override
    public void enter(Consumer handler) {
        Context met = interrupted();
        handler.wake(price(met));
        left(met);
    }

    /** The context whose guest code it interrupts, or null. */
    Context interrupted() {
        Context current = core.current();
        return current != null && current.isInGuest() ? current : null;
    }

    Price price(Context met) {
        return met == null ? otherwise : met.interruption();
    }

    /** To be called when the handler has been raised. */
    void left(Context met) {
        if (met == null) {
            return;
        }
        met.wasInterrupted();
        if (leadsToHost) {
            met.interruptedIntoHost();
        }
    }
}
