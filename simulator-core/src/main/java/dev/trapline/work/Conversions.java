package dev.trapline.work;

import java.util.Arrays;

/**
 * Turns cycles of one executor into time, exactly: what is left of a division is carried to the next one of the same slot, so
 * that the sum of many small costs has no bias and no cost moves another. What can be the same for all executors is in
 * {@link Quotients}; here is only what is carried, so that an executor has few lines of the cache of its own.
 */
final class Conversions {
    private static final int SLOTS = 16;

    private final Quotients quotients;
    private final long hertz;
    /** What is carried of each slot, in picoseconds times hertz. */
    private long[] remainders = new long[SLOTS];

    Conversions(Quotients quotients) {
        this.quotients = quotients;
        hertz = quotients.hertz();
    }

    /** The picoseconds of so many thousandths of a cycle for what this slot stands for. */
    long picos(int slot, long milliCycles) {
        if (milliCycles == 0) {
            return 0;
        }
        if (slot >= remainders.length) {
            remainders = Arrays.copyOf(remainders, Math.max(2 * remainders.length, slot + 1));
        }
        int at = quotients.at(slot, milliCycles);
        long left = remainders[slot] + quotients.rest(at);
        boolean carries = left >= hertz;
        remainders[slot] = carries ? left - hertz : left;
        return carries ? quotients.picos(at) + 1 : quotients.picos(at);
    }
}
