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

    private final Clock clock;
    /** Of each slot, one beside the other: what is carried, the last cost, its time, and what was left of that division. */
    private long[] fields = new long[SLOTS * FIELDS];

    Conversions(Clock clock) {
        this.clock = clock;
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
        long left = fields[at + REMAINDER] + fields[at + REST];
        boolean carries = left >= clock.hertz();
        fields[at + REMAINDER] = carries ? left - clock.hertz() : left;
        return carries ? fields[at + PICOS] + 1 : fields[at + PICOS];
    }
}
