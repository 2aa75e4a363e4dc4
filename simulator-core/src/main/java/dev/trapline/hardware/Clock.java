package dev.trapline.hardware;

/** Turns cycles into time, exactly: whole picoseconds, and what is left of the division for whoever carries it to the next one. */
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

    /** The whole picoseconds of so many thousandths of a cycle. */
    public long picos(long milliCycles) {
        long whole = milliCycles < hertz ? 0 : quotient(milliCycles);
        long picos = quotient((milliCycles - whole * hertz) * PICOS_PER_MILLI_CYCLE_AT_ONE_HERTZ);
        return Math.addExact(Math.multiplyExact(whole, PICOS_PER_MILLI_CYCLE_AT_ONE_HERTZ), picos);
    }

    /** What {@link #picos(long)} leaves of so many thousandths of a cycle, in picoseconds times hertz: less than one picosecond. */
    public long rest(long milliCycles, long picos) {
        // both products may exceed a long; their difference does not, and wraps back
        return milliCycles * PICOS_PER_MILLI_CYCLE_AT_ONE_HERTZ - picos * hertz;
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
