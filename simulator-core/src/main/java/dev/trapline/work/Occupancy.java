package dev.trapline.work;

/**
 * Who held a resource while requests waited for it: length of each piece of work x requests that waited meanwhile, by
 * class of the waiting request and by slot of what was worked on. Exact in the sum.
 */
public final class Occupancy {
    private final long[][] forCore;
    private final long[][] inQueue;

    Occupancy(int classes) {
        forCore = new long[classes][CycleLedger.CAPACITY];
        inQueue = new long[classes][CycleLedger.CAPACITY];
    }

    void heldCore(int owner, int slot, long amount) {
        forCore[owner][slot] += amount;
    }

    void heldContext(int owner, int slot, long amount) {
        inQueue[owner][slot] += amount;
    }

    /** Request-picoseconds that requests of a class waited for a core while cores did this; a slot below 0 is idleness. */
    public long forCore(int owner, int slot) {
        return forCore[owner][slot];
    }

    /** Request-picoseconds that requests of a class waited inside a context while it did this. */
    public long inQueue(int owner, int slot) {
        return inQueue[owner][slot];
    }
}
