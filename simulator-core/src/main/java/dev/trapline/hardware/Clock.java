package dev.trapline.hardware;

/**
 * Turns cycles into time, exactly: what is left of a division is carried to the next one of the same kind, so that the
 * sum of many small costs has no bias and no cost moves another.
 */
public final class Clock {
    private static final long PICOS_PER_MILLI_CYCLE_AT_ONE_HERTZ = 1_000_000_000L;
    private final long hertz;
    private final double perHertz;

    public Clock(long hertz) {
        if (hertz < 1_000_000 || hertz > 9_000_000_000L) {
            throw new IllegalArgumentException("a clock runs at 1 MHz to 9 GHz, got " + hertz + " Hz");
        }
        this.hertz = hertz;
        perHertz = 1.0 / hertz;
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
        long whole = milliCycles < hertz ? 0 : quotient(milliCycles);
        long rest = (milliCycles - whole * hertz) * PICOS_PER_MILLI_CYCLE_AT_ONE_HERTZ + remainders[kind];
        long picos = quotient(rest);
        remainders[kind] = rest - picos * hertz;
        return Math.addExact(Math.multiplyExact(whole, PICOS_PER_MILLI_CYCLE_AT_ONE_HERTZ), picos);
    }

    /**
     * {@code value / hertz}, exactly: the product with the rounded reciprocal is off by less than one, which the remainder
     * tells. Each piece of work needs two of these for each of its costs, and a division of longs takes some 40 cycles, this 10.
     */
    private long quotient(long value) {
        long near = (long) (value * perHertz);
        long rest = value - near * hertz;
        return rest < 0 ? near - 1 : rest >= hertz ? near + 1 : near;
    }
}
