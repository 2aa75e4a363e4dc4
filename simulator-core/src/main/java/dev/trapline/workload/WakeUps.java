package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.guest.Guest;
import dev.trapline.work.Block;
import dev.trapline.work.Context;
import dev.trapline.work.Meter;
import dev.trapline.work.Price;
import dev.trapline.work.Trail;

/**
 * What it takes to wake a task whose vCPU is idle from another vCPU of its guest: the interrupt that the waking one sends (the event
 * {@code wake-vcpu}), and what the woken one pays for taking it ({@code woken}), besides becoming idle and no longer being so.
 */
final class WakeUps {
    private final Context vcpu;
    private final Price sending;
    private final Price taking;
    private boolean taken = true;

    WakeUps(Guest guest, Context vcpu) {
        this.vcpu = vcpu;
        sending = guest.pricing().event("wake-vcpu");
        taking = guest.pricing().event("woken");
    }

    /** The task is woken for this request: at once, or when the activity on another vCPU has paid for the interrupt. */
    void by(Carrier waker, Trail trail, Runnable wake) {
        boolean interrupts = !sending.isFree()
                && vcpu.state() == Context.State.BLOCKED
                && waker != null
                && waker.agenda().context() != null
                && waker.agenda().context() != vcpu
                && waker.agenda().context().domain() == vcpu.domain();
        if (!interrupts) {
            wake.run();
            return;
        }
        waker.pays(sending, trail, () -> {
            taken = taking.isFree();
            wake.run();
        });
    }

    /** Writes what taking the interrupt costs, once for each; false: there is none. */
    boolean takes(Meter meter, Block block) {
        if (taken) {
            return false;
        }
        taken = true;
        taking.appendTo(meter, block);
        return true;
    }
}
