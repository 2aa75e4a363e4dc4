package dev.trapline.workload;

import dev.trapline.engine.Action;
import dev.trapline.memory.GuestPaging;
import dev.trapline.work.Context;
import dev.trapline.work.Price;
import dev.trapline.work.Trail;

/**
 * A worker's way to a page of data. A page that is there costs nothing. One that the guest's system has to bring lets the
 * worker sleep while others run; one that the platform has to back keeps the whole vCPU.
 */
final class PageAccess {
    private final GuestPaging paging;
    private final Price fault;
    private final int ahead;
    private final Action brought = this::brought;
    private final Action backed = this::backed;
    private Worker worker;
    private boolean paid;

    /**
     * @param fault what it costs to ask the guest's system for a page
     * @param ahead how many pages of a file that reads at a time
     */
    PageAccess(GuestPaging paging, Price fault, int ahead) {
        this.paging = paging;
        this.fault = fault;
        this.ahead = ahead;
    }

    /** GOES_ON if the page is there; else what the worker does until the step begins again, and asks again. */
    Step.Next reach(Worker by, int page, boolean write) {
        worker = by;
        GuestPaging.Reach reached = paging.reach(page, write);
        if (reached == GuestPaging.Reach.THERE) {
            paid = false;
            return Step.Next.GOES_ON;
        }
        worker.again();
        boolean inGuest = reached == GuestPaging.Reach.NOT_IN_HOST;
        if (!paid) {
            paid = true;
            Price price = inGuest ? paging.backing(page) : fault;
            price.appendTo(worker.pays(), worker.piece());
            return Step.Next.WORKS;
        }
        paid = false;
        return inGuest ? back(page, write) : bring(page);
    }

    private Step.Next bring(int page) {
        boolean there = paging.bring(page, ahead, worker, worker.request().trail(), brought);
        return there ? Step.Next.WORKS : Step.Next.SLEEPS;
    }

    private void brought() {
        trail().until(paging.slots().now(), paging.slots().pageInSlot());
        worker.wake();
    }

    /** The vCPU is kept until the page is there. */
    private Step.Next back(int page, boolean write) {
        if (paging.back(page, write, backed)) {
            return Step.Next.WORKS;
        }
        vcpu().stall();
        return Step.Next.SLEEPS;
    }

    private void backed() {
        trail().until(paging.slots().now(), paging.slots().swapInSlot());
        worker.wake();
        vcpu().goOn(paging.slots().swapInSlot());
    }

    private Context vcpu() {
        return worker.agenda().context();
    }

    private Trail trail() {
        return worker.request().trail();
    }
}
