package dev.trapline.devicepath;

import dev.trapline.work.Context;
import dev.trapline.work.Price;

/**
 * The interrupt of a device that a guest drives itself. The machine's owner takes it, on a route of its own, and raises it in the
 * guest; where the processor or the hypervisor can do so (posted and exit-less interrupts), guest code that runs takes it
 * without anybody in between. Gordon et al., ELI, ASPLOS 2012.
 */
public final class AssignedInterrupt implements InterruptEntry {
    private final Route throughHost;
    private final Price delivery;
    private final boolean exitLess;
    private final Transfers interrupts = new Transfers();
    private Consumer raisedFor;
    private Transfer.End raised;

    /**
     * @param throughHost who does what until it has been raised in the guest
     * @param delivery what the guest pays for taking it, its end included
     */
    public AssignedInterrupt(Route throughHost, Price delivery, boolean exitLess) {
        if (throughHost.size() == 0) {
            throw new IllegalArgumentException("an interrupt that is delivered to a guest needs a part `interrupt` of its path, "
                    + "which says who takes it when the guest does not run");
        }
        this.throughHost = throughHost;
        this.delivery = delivery;
        this.exitLess = exitLess;
    }

    @Override
    public void enter(Consumer handler) {
        Context vcpu = handler.agenda().context();
        if (exitLess && vcpu != null && vcpu.isInGuest()) {
            handler.wake(delivery);
        } else {
            interrupts.packet(0, null, raised(handler)).travel(throughHost, null);
        }
    }

    /** Made once for the handler of its line. */
    private Transfer.End raised(Consumer handler) {
        if (handler != raisedFor) {
            raisedFor = handler;
            raised = (interrupt, by) -> handler.wake(delivery);
        }
        return raised;
    }
}
