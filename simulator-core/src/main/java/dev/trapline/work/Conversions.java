package dev.trapline.work;

import dev.trapline.hardware.Clock;
import java.util.Arrays;

/**
 * Turns cycles of one executor into time, exactly: what is left of a division is carried to the next one of the same slot, so
 * that the sum of many small costs has no bias and no cost moves another. The last cost of each slot is kept with its quotient,
 * because most slots have one cost and a division takes longer than all else here.
 */
final class Conversions {
    private static final int REMAINDER = 0;
    private static final int COST = 1;
    private static final int PICOS = 2;
    private static final int REST = 3;
    private static final int FIELDS = 4;
    private static final int SLOTS = 16;
    /** A long shifted by so much is -1 if it is negative, else 0. */
    private static final int SIGN = Long.SIZE - 1;

    private final Clock clock;
    private final long hertz;
    /** Of each slot, one beside the other: what is carried, the last cost, its time, and what was left of that division. */
    private long[] fields = new long[SLOTS * FIELDS];

    Conversions(Clock clock) {
        this.clock = clock;
        hertz = clock.hertz();
    }

    /** The picoseconds of so many thousandths of a cycle for what this slot stands for. */
    long picos(int slot, long milliCycles) {
        if (milliCycles == 0) {
            return 0;
        }
        int at = slot * FIELDS;
        if (at >= fields.length) {
            fields = Arrays.copyOf(fields, Math.max(2 * fields.length, (slot + 1) * FIELDS));
        }
        if (fields[at + COST] != milliCycles) {
            fields[at + COST] = milliCycles;
            fields[at + PICOS] = clock.picos(milliCycles);
            fields[at + REST] = clock.rest(milliCycles, fields[at + PICOS]);
        }
        // Whether it carries is as good as random: without a branch on it that the processor would guess wrong every other time.
        long over = fields[at + REMAINDER] + fields[at + REST] - hertz;
        long lacks = over >> SIGN;
        fields[at + REMAINDER] = over + (hertz & lacks);
        return fields[at + PICOS] + 1 + lacks;
    }
}
