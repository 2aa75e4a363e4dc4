package dev.trapline.memory;

import java.util.Arrays;

/**
 * A part of a disk that holds pages which left the memory, in slots of a page each. Slots are given out going round; those
 * still in use are passed over. What was written together lies together; as pages come back and leave again in another
 * order, it no longer does.
 */
final class SwapArea {
    static final int NONE = -1;

    private final int[] pages;
    private final DiskPlace place;
    private int next;
    private int inUse;

    /** @param slots how many pages it holds, from this place of a disk on */
    SwapArea(int slots, DiskPlace place) {
        pages = new int[slots];
        Arrays.fill(pages, NONE);
        this.place = place;
    }

    int slots() {
        return pages.length;
    }

    int inUse() {
        return inUse;
    }

    /** The page in a slot, or {@link #NONE}. */
    int page(int slot) {
        return pages[slot];
    }

    /** A slot for this page. */
    int give(int page) {
        if (inUse == pages.length) {
            throw new IllegalStateException("all " + pages.length + " slots of the swap area are in use");
        }
        while (pages[next] != NONE) {
            next = (next + 1) % pages.length;
        }
        int slot = next;
        pages[slot] = page;
        next = (next + 1) % pages.length;
        inUse++;
        return slot;
    }

    void release(int slot) {
        pages[slot] = NONE;
        inUse--;
    }

    DiskPlace place() {
        return place;
    }
}
