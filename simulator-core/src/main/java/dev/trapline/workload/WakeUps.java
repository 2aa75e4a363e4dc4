package dev.trapline.workload;

import dev.trapline.devicepath.Carrier;
import dev.trapline.guest.Guest;
import dev.trapline.hardware.Pool;
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
    private final Worker worker;
    private final Context vcpu;
    private final Price sending;
    private final Price taking;
    private final Pool<Interrupt> interrupts = new Pool<>(Interrupt::new);
    private boolean taken = true;

    WakeUps(Worker worker, Guest guest, Context vcpu) {
        this.worker = worker;
        this.vcpu = vcpu;
        sending = guest.pricing().event("wake-vcpu");
        taking = guest.pricing().event("woken");
    }

    /** The task goes on with its request: at once, or when the activity on another vCPU has paid for the interrupt. */
    void goesOn(Carrier waker) {
        if (interrupts(waker)) {
            interrupt(waker, worker.request(), false);
        } else {
            worker.wake();
        }
    }

    /** The task has a new request, as above. */
    void begins(Carrier waker, Request request) {
        if (interrupts(waker)) {
            interrupt(waker, request, true);
        } else {
            worker.has(request);
        }
    }

    private boolean interrupts(Carrier waker) {
        return !sending.isFree()
                && vcpu.state() == Context.State.BLOCKED
                && waker != null
                && waker.agenda().context() != null
                && waker.agenda().context() != vcpu
                && waker.agenda().context().domain() == vcpu.domain();
    }

    private void interrupt(Carrier waker, Request request, boolean begins) {
        Interrupt interrupt = interrupts.take();
        interrupt.request = request;
        interrupt.begins = begins;
        waker.pays(interrupt);
    }

    private final class Interrupt implements Carrier.Telling {
        private Request request;
        private boolean begins;

        @Override
        public Price price() {
            return sending;
        }

        @Override
        public Trail trail() {
            return request.trail();
        }

        @Override
        public void takesEffect() {
            taken = taking.isFree();
            interrupts.giveBack(this);
            if (begins) {
                worker.has(request);
            } else {
                worker.wake();
            }
        }
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
