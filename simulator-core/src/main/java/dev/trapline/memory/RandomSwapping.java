package dev.trapline.memory;

import dev.trapline.random.KeyedSource;

/** Swaps pages chosen at random, since the platform knows less than the guest of which it can do without. */
final class RandomSwapping {
    private static final int TRIES = 64;
    private static final int NONE = -1;

    private final HostMemory memory;
    private final KeyedSource draws;
    private final int batch;
    private final WriteOut writing;

    RandomSwapping(HostMemory memory, KeyedSource draws, int batch) {
        this.memory = memory;
        this.draws = draws;
        this.batch = batch;
        writing = new WriteOut(memory);
    }

    /** Swaps out of a guest so that so many of its pages have neither frame nor balloon. */
    void reduce(GuestMemory guest, int without) {
        int missing = without - guest.count(PageState.SWAPPED) - guest.count(PageState.GOING);
        for (; missing > 0; missing -= batch) {
            swap(guest, Math.min(batch, missing));
        }
    }

    /** Swaps at least so many pages of a guest, if no others are on their way. */
    void outOf(GuestMemory guest, int frames) {
        if (guest.count(PageState.GOING) < frames) {
            swap(guest, Math.max(batch, frames));
        }
    }

    /** Swaps so many pages, of the guests that have most beyond their targets, if no others are on their way. */
    void free(int frames, int[] targets) {
        int missing = frames;
        for (int i = 0; i < memory.guests().size(); i++) {
            missing -= memory.guests().get(i).count(PageState.GOING);
        }
        for (; missing > 0; missing -= batch) {
            GuestMemory from = furthest(targets);
            if (from == null || swap(from, batch) == 0) {
                return;
            }
        }
    }

    private GuestMemory furthest(int[] targets) {
        GuestMemory furthest = null;
        int most = 0;
        for (int i = 0; i < targets.length; i++) {
            GuestMemory guest = memory.guests().get(i);
            int staying = guest.held() - guest.count(PageState.GOING) - guest.terms().reserve();
            int beyond = staying <= 0 ? 0 : Math.max(1, guest.held() - guest.count(PageState.GOING) - targets[i]);
            if (beyond > most) {
                most = beyond;
                furthest = guest;
            }
        }
        return furthest;
    }

    private int swap(GuestMemory guest, int pages) {
        int swapped = 0;
        for (; swapped < pages; swapped++) {
            int page = any(guest);
            if (page == NONE) {
                break;
            }
            guest.swapOut(page, writing);
        }
        writing.submit();
        return swapped;
    }

    /** A page that may go; {@link #NONE} if there is none. */
    int any(GuestMemory guest) {
        int page = 0;
        for (int i = 0; i < TRIES; i++) {
            page = draws.nextInt(guest.pages());
            if (guest.mayGo(page)) {
                return page;
            }
        }
        for (int i = 0; i < guest.pages(); i++) {
            int next = (page + i) % guest.pages();
            if (guest.mayGo(next)) {
                return next;
            }
        }
        return NONE;
    }
}
