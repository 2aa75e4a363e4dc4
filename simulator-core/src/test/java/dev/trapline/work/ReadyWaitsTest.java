package dev.trapline.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** One core, first come, first served. */
class ReadyWaitsTest {
    private final Bench bench = new Bench(1);
    private final ReadyWaits waits = bench.processors.readyWaits();

    /** The first finds an idle core; the second waits from 20 to 100. */
    @Test
    void eachGetOfACoreIsOneWait() {
        bench.raiseAt(0, bench.task("first", bench.context()).piece(bench.user, 100));
        bench.raiseAt(20, bench.task("second", bench.context()).piece(bench.user, 10));
        bench.runUntil(200);
        assertEquals(2, waits.of(0).count());
        assertEquals(80 * Bench.MICRO, waits.of(0).maxPicos().orElseThrow());
        assertEquals(40.0 * Bench.MICRO, waits.of(0).meanPicos().orElseThrow());
        assertEquals(0, waits.of(1).count());
    }

    @Test
    void whoeverIsChosenAgainAtOnceHasNotWaited() {
        bench.raiseAt(0, bench.task("alone", bench.context()).piece(bench.user, 100));
        bench.at(30, bench.processors.cores().get(0)::reschedule);
        bench.runUntil(200);
        assertEquals(1, waits.of(0).count());
    }

    @Test
    void afterAResetOnlyWhatEndsLaterCounts() {
        bench.raiseAt(0, bench.task("first", bench.context()).piece(bench.user, 100));
        bench.raiseAt(20, bench.task("second", bench.context()).piece(bench.user, 10));
        bench.at(50, waits::reset);
        bench.runUntil(200);
        assertEquals(1, waits.of(0).count());
        assertEquals(80 * Bench.MICRO, waits.of(0).minPicos().orElseThrow());
    }
}
