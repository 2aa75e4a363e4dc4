package dev.trapline.memory;

/**
 * A part of a disk that holds pages which left the memory, in slots of a page each. Slots are given out going round; those
 * still in use are passed over. What was written together lies together; as pages come back and leave again in another
 * order, it no longer does.
 */
final class SwapArea {
    static final int NONE = -1;

    private final int slots;
    private final DiskPlace place;
    /** The page in each slot and 1, made when the first is given. */
    private int[] pages;
    private int next;
    private int inUse;

    /** @param slots how many pages it holds, from this place of a disk on */
    SwapArea(int slots, DiskPlace place) {
        this.slots = slots;
        this.place = place;
    }

    int slots() {
        return slots;
    }

    int inUse() {
        return inUse;
    }

    /** The page in a slot, or {@link #NONE}. */
    int page(int slot) {
        return pages == null ? NONE : pages[slot] - 1;
    }

    /** A slot for this page. */
    int give(int page) {
        if (pages == null) {
            pages = new int[slots];
        }
        if (inUse == slots) {
            throw new IllegalStateException("all " + slots + " slots of the swap area are in use");
        }
        while (pages[next] != 0) {
            next = (next + 1) % slots;
        }
        int slot = next;
        pages[slot] = page + 1;
        next = (next + 1) % slots;
        inUse++;
        return slot;
    }

    void release(int slot) {
        pages[slot] = 0;
        inUse--;
    }

    DiskPlace place() {
        return place;
    }
}
