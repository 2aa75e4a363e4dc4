package dev.trapline.hardware;

/**
 * Turns cycles into time, exactly: what is left of a division is carried to the next one of the same kind, so that the
 * sum of many small costs has no bias and no cost moves another.
 */
public final class Clock {
    private static final long PICOS_PER_MILLI_CYCLE_AT_ONE_HERTZ = 1_000_000_000L;
    private final long hertz;

    public Clock(long hertz) {
        if (hertz < 1_000_000 || hertz > 9_000_000_000L) {
            throw new IllegalArgumentException("a clock runs at 1 MHz to 9 GHz, got " + hertz + " Hz");
        }
        this.hertz = hertz;
    }

    public long hertz() {
        return hertz;
    }

    /**
     * The picoseconds of so many thousandths of a cycle.
     *
     * @param remainders what was left of earlier conversions, one entry for each kind of cost; updated
     * @param kind the entry to use
     */
    public long picos(long milliCycles, long[] remainders, int kind) {
        long whole = milliCycles / hertz;
        long rest = milliCycles % hertz * PICOS_PER_MILLI_CYCLE_AT_ONE_HERTZ + remainders[kind];
        remainders[kind] = rest % hertz;
        return Math.addExact(Math.multiplyExact(whole, PICOS_PER_MILLI_CYCLE_AT_ONE_HERTZ), rest / hertz);
    }
}
