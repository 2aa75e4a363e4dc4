package dev.trapline.memory;

import dev.trapline.engine.Action;
import dev.trapline.memory.MemoryCounts.Count;
import java.util.ArrayList;
import java.util.List;

/**
 * Backs a page that its guest, or a device for it, has to have now: with a frame, once there is one, and with what the swap
 * area holds of it and of its neighbours there. Whoever joined is told when to try again.
 */
final class Fetch extends SwapJob {
    private final HostMemory host;
    private final int[] pages;
    private final List<Action> joined = new ArrayList<>();
    private GuestMemory guest;
    private int page;
    private boolean write;
    private int count;
    private int firstSlot;
    private int lastSlot;

    Fetch(HostMemory host) {
        super(host.swap());
        this.host = host;
        pages = new int[host.policy().readAround()];
    }

    /** Becomes one for another page. */
    Fetch of(GuestMemory itsGuest, int itsPage, boolean writes) {
        guest = itsGuest;
        page = itsPage;
        write = writes;
        count = 0;
        return this;
    }

    void join(Action done) {
        joined.add(done);
    }

    boolean isReading() {
        return count > 0;
    }

    boolean brings(GuestMemory other, int wanted) {
        if (other != guest) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (pages[i] == wanted) {
                return true;
            }
        }
        return page == wanted;
    }

    /** Takes the frames and goes on from there; false if there are none. */
    boolean begin() {
        switch (guest.state(page)) {
            case PageState.SWAPPED -> {
                return read();
            }
            case PageState.UNTOUCHED, PageState.SHARED -> {
                if (!host.take(guest, 1)) {
                    return false;
                }
                guest.backed(page, false);
                over();
            }
            case PageState.COMING -> {
                Fetch other = host.fetching(guest, page);
                for (int i = 0; i < joined.size(); i++) {
                    other.join(joined.get(i));
                }
                isOver();
            }
            // it is there by now, or the guest gave it to its balloon while this waited
            default -> over();
        }
        return true;
    }

    private boolean read() {
        gather(guest.slot(page));
        if (!host.take(guest, count)) {
            count = 0;
            return false;
        }
        for (int i = 0; i < count; i++) {
            guest.backed(pages[i], true);
        }
        guest.counts().add(Count.MAJOR_FAULTS, 1);
        guest.counts().add(Count.SWAP_READS, count);
        host.reads(this);
        host.disk().submit(this);
        return true;
    }

    /** The pages of this guest in the block of slots around the wanted one. */
    private void gather(int wanted) {
        int first = wanted - wanted % pages.length;
        firstSlot = wanted;
        lastSlot = wanted;
        count = 0;
        for (int slot = first; slot < Math.min(first + pages.length, host.swap().slots()); slot++) {
            int neighbour = host.swap().page(slot) - guest.base();
            boolean own = host.swap().page(slot) != SwapArea.NONE && neighbour >= 0 && neighbour < guest.pages();
            if (own && guest.state(neighbour) == PageState.SWAPPED) {
                pages[count++] = neighbour;
                firstSlot = Math.min(firstSlot, slot);
                lastSlot = slot;
            }
        }
    }

    @Override
    public void ended() {
        host.hasRead(this);
        for (int i = 0; i < count; i++) {
            guest.backed(pages[i], false);
            if (!host.policy().keepsSlots() || pages[i] == page) {
                guest.releaseSlot(pages[i]);
            }
        }
        count = 0;
        over();
    }

    /** A page that was needed is there, or need not come any more: whoever joined tries again. */
    private void over() {
        if (guest.state(page) == PageState.RESIDENT) {
            guest.touch(page, write);
        }
        for (int i = 0; i < joined.size(); i++) {
            joined.get(i).run();
        }
        isOver();
    }

    /** Nobody knows it any more. */
    private void isOver() {
        joined.clear();
        host.isOver(this);
    }

    @Override
    int firstSlot() {
        return firstSlot;
    }

    @Override
    int lastSlot() {
        return lastSlot;
    }

    @Override
    public boolean isWrite() {
        return false;
    }
}
