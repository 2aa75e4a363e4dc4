package dev.trapline.work;

import java.util.Arrays;

/**
 * Turns cycles of one executor into time, exactly: what is left of a division is carried to the next one of the same slot, so
 * that the sum of many small costs has no bias and no cost moves another. What can be the same for all executors is in
 * {@link Quotients}; here is only what is carried, so that an executor has few lines of the cache of its own.
 */
final class Conversions {
    private static final int SLOTS = 16;
    /** A long shifted by so much is -1 if it is negative, else 0. */
    private static final int SIGN = Long.SIZE - 1;

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
        // Whether it carries is as good as random: without a branch on it that the processor would guess wrong every other time.
        long over = remainders[slot] + quotients.rest(at) - hertz;
        long lacks = over >> SIGN;
        remainders[slot] = over + (hertz & lacks);
        return quotients.picos(at) + 1 + lacks;
    }
}
