package dev.trapline.work;

import static dev.trapline.work.Bench.MICRO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Phase;
import org.junit.jupiter.api.Test;

/** Who held a core or a context while requests waited, computed by hand; all times in microseconds. */
class OccupancyTest {

    @Test
    void eachCoreIsHeldByWhatItDoesWhileRequestsWaitForOne() {
        Bench bench = new Bench(1, 3, 0);
        Context busy = bench.context();
        Context waiting = bench.context();
        bench.raiseAt(0, bench.task("hog", busy).piece(bench.kernel, 4, bench.monitor, 6));
        waitAt(bench, 1, waiting, new Trail(2));
        waitAt(bench, 2, waiting, new Trail(2));
        bench.runUntil(10);
        // One waits from 1 and two from 2 on, 17 together; the parts of one piece share that by their lengths.
        assertThat(bench.processors.occupancy().forCore(2, bench.kernel)).isEqualTo(68 * MICRO / 10);
        assertThat(bench.processors.occupancy().forCore(2, bench.monitor)).isEqualTo(102 * MICRO / 10);
    }

    /** The first loses its core at 10 below the handler: what waits in it waited for the handler from 8 to 10. */
    @Test
    void stolenWorkHoldsTheContextBelowItUntilThatLosesItsCore() {
        Bench bench = new Bench(1);
        bench.scheduling.slicePicos = 10 * MICRO;
        Context first = bench.context();
        Context second = bench.context();
        bench.raiseAt(0, bench.task("first", first).piece(bench.user, 12));
        bench.raiseAt(0, bench.task("second", second).piece(bench.user, 5));
        waitAt(bench, 8, first, new Trail(0));
        Agenda stolen = bench.processors.cores().get(0).stolen();
        bench.raiseAt(8, bench.script("irq", Level.INTERRUPT, stolen).piece(bench.machine, 5));
        bench.runUntil(18);
        Occupancy occupancy = bench.processors.occupancy();
        assertThat(occupancy.inQueue(0, bench.machine)).isEqualTo(2 * MICRO);
        assertThat(occupancy.inQueue(0, bench.user)).isZero();
        assertThat(occupancy.forCore(0, bench.machine)).isEqualTo(3 * MICRO);
        assertThat(occupancy.forCore(0, bench.user)).isEqualTo(5 * MICRO);
    }

    @Test
    void anIdleCoreHoldsTheRequestsThatWaitForOne() {
        Bench bench = new Bench(2);
        Context waiting = bench.context();
        waiting.enter(Context.State.READY, 0);
        waiting.addWaiter(0, 1, 0);
        bench.runUntil(7);
        assertThat(bench.processors.occupancy().forCore(0, bench.processors.idleSlot())).isEqualTo(2 * 7 * MICRO);
    }

    /** In one picosecond at half speed nothing is done, but somebody has waited. */
    @Test
    void timeTooShortForAnyWorkIsNotForgotten() {
        Bench bench = new Bench(1);
        Core core = bench.processors.cores().get(0);
        bench.raiseAt(0, bench.task("hog", bench.context()).piece(bench.user, 10));
        waitAt(bench, 1, bench.context(), new Trail(0));
        bench.at(2, () -> core.speed(1, 2));
        for (int i = 1; i <= 100; i++) {
            bench.simulation.newTimer("look", Phase.OBSERVE, core::account).armAt(3 * MICRO + i);
        }
        bench.runUntil(4);
        assertThat(bench.processors.occupancy().forCore(0, bench.user)).isEqualTo(3 * MICRO);
    }

    private static void waitAt(Bench bench, long micros, Context context, Trail trail) {
        Bench.Script server = bench.task("server", context).piece(trail, bench.user, 1);
        bench.at(micros, () -> {
            trail.begin(micros * MICRO);
            trail.waitIn(context, micros * MICRO);
            server.raise();
        });
    }
}
