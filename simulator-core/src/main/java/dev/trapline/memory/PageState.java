package dev.trapline.memory;

/** What backs a guest-physical page, as a byte: pages are many. */
final class PageState {
    /** Nothing: it was never touched, and would be zero. */
    static final byte UNTOUCHED = 0;
    /** A frame of its own. */
    static final byte RESIDENT = 1;
    /** A frame that backs other pages with the same contents too; writing to it needs one of its own. */
    static final byte SHARED = 2;
    /** A slot of the swap area. */
    static final byte SWAPPED = 3;
    /** A frame into which it is being read. */
    static final byte COMING = 4;
    /** A frame from which it is being written to its slot. */
    static final byte GOING = 5;
    /** Nothing: the guest's balloon driver holds it. */
    static final byte BALLOONED = 6;

    static final int STATES = 7;

    private PageState() {}

    /** Whether such a page has a frame of its own. */
    static boolean holdsFrame(int state) {
        return state == RESIDENT || state == COMING || state == GOING;
    }
}
