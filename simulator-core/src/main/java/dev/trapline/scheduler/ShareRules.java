package dev.trapline.scheduler;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Time;

/**
 * The numbers of one product of the fair-share family, times in picoseconds, virtual times those of a context of weight 1.
 *
 * @param preemptionPicos how far a waking context must be behind a running one to take its core at once
 * @param wakeCreditPicos how far behind the system a context may return from sleep
 * @param migrationPicos how far ahead of the first in the queue a context may be that a core prefers for its warm cache
 * @param capPeriodPicos in which time a cap is kept
 */
record ShareRules(long quantumPicos, long preemptionPicos, long wakeCreditPicos, long migrationPicos, long capPeriodPicos) {
    private static final int LAG_QUANTA = 4;

    static ShareRules of(Values values, String capPeriod) {
        return new ShareRules(
                values.whole("quantum"),
                values.whole("preemption-threshold"),
                values.whole("wake-credit"),
                values.whole("migration-threshold"),
                values.whole(capPeriod));
    }

    /** Every other may run ahead by threshold and two quanta. */
    Promises promises() {
        return Promises.of((contexts, cores) -> (contexts - 1) * (migrationPicos + 2 * quantumPicos) / cores);
    }

    /** As far as this, and no further, a context may fall behind the system while it is ready. */
    long leastVirtual(long systemVirtualPicos) {
        return systemVirtualPicos - LAG_QUANTA * quantumPicos;
    }

    /** Declares one of the numbers. */
    static Shape.Key time(String name, long picos, String sentence) {
        return Shape.optional(name, Shape.time(Time.PICOS_PER_MICRO, 10.0 * Time.PICOS_PER_SECOND), picos, sentence);
    }
}
