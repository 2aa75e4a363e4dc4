package dev.trapline.work;

import java.util.Arrays;

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

    /** Forgets all: the warm-up is over. */
    public void reset() {
        for (int i = 0; i < forCore.length; i++) {
            Arrays.fill(forCore[i], 0);
            Arrays.fill(inQueue[i], 0);
        }
    }

    /** Request-picoseconds that requests of a class waited for a core while cores did this. */
    public long forCore(int owner, int slot) {
        return forCore[owner][slot];
    }

    /** Request-picoseconds that requests of a class waited inside a context while it did this. */
    public long inQueue(int owner, int slot) {
        return inQueue[owner][slot];
    }
}
