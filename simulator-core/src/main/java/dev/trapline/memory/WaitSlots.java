package dev.trapline.memory;

import dev.trapline.engine.Simulation;
import dev.trapline.work.Place;
import dev.trapline.work.Slots;

/** What ledgers call it when a request waits for memory. */
public final class WaitSlots {
    private final Simulation simulation;
    private final int swapIn;
    private final int buffer;
    private final int reclaim;
    private final int pageIn;

    /** @param platform where the platform's own paging is done */
    public WaitSlots(Simulation simulation, Slots slots, Place platform) {
        this.simulation = simulation;
        swapIn = slots.waiting(platform, "swap-in");
        buffer = slots.waiting(platform, "stale read");
        reclaim = slots.waiting(Place.GUEST_KERNEL, "page reclaim");
        pageIn = slots.waiting(Place.GUEST_KERNEL, "page-in of another");
    }

    public long now() {
        return simulation.now();
    }

    /** The vCPU is kept until the platform has backed a page. */
    public int swapInSlot() {
        return swapIn;
    }

    /** A disk operation waits until the platform has backed its buffer. */
    int bufferSlot() {
        return buffer;
    }

    /** A page of the guest has to become free first. */
    int reclaimSlot() {
        return reclaim;
    }

    /** The guest reads the page already, for somebody else. */
    public int pageInSlot() {
        return pageIn;
    }
}
