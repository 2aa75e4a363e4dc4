package dev.trapline.work;

import dev.trapline.hardware.Clock;
import java.util.Arrays;

/**
 * The last cost of each slot with its time and what that leaves, for all executors of one clock: most slots have one cost, a
 * division takes longer than all else there, and what many guests share stays in the cache.
 */
public final class Quotients {
    private static final int COST = 0;
    private static final int PICOS = 1;
    private static final int REST = 2;
    /** A power of two, so that a slot does not lie in two lines of the cache. */
    private static final int FIELDS = 4;
    private static final int SLOTS = 16;

    private final Clock clock;
    private long[] fields = new long[SLOTS * FIELDS];

    public Quotients(Clock clock) {
        this.clock = clock;
    }

    long hertz() {
        return clock.hertz();
    }

    /** Where the time of so many thousandths of a cycle is, which are the last ones of this slot from now on. */
    int at(int slot, long milliCycles) {
        int at = slot * FIELDS;
        if (at >= fields.length) {
            fields = Arrays.copyOf(fields, Math.max(2 * fields.length, (slot + 1) * FIELDS));
        }
        if (fields[at + COST] != milliCycles) {
            fields[at + COST] = milliCycles;
            fields[at + PICOS] = clock.picos(milliCycles);
            fields[at + REST] = clock.rest(milliCycles, fields[at + PICOS]);
        }
        return at;
    }

    /** The whole picoseconds of what {@link #at} found. */
    long picos(int at) {
        return fields[at + PICOS];
    }

    /** What these leave of it, in picoseconds times hertz: less than one picosecond. */
    long rest(int at) {
        return fields[at + REST];
    }
}
