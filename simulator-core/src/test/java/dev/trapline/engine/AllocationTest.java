package dev.trapline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Once the queue has grown, running a model, re-arming and cancelling timers allocates nothing. */
class AllocationTest {

    private static final long EVENTS = 1_000_000;
    private static final int STATIONS = 500;
    private static final long HELD_EVENTS = 400_000;
    private static final int PENDING = 20_000;
    private static final long PATIENCE = 1_000 * Increments.MEAN;

    /** What the measurement itself and the runtime may allocate on this thread: less than a byte per ten events. */
    private static final long ALLOWANCE_BYTES = EVENTS / 10;

    private final Simulation simulation = new Simulation();

    @Test
    void steadyStateAllocatesNothing() {
        for (int index = 0; index < STATIONS; index++) {
            new Station(simulation, index).start();
        }
        execute(EVENTS / 5);

        long before = allocatedBytes();
        execute(EVENTS);
        long allocated = allocatedBytes() - before;

        assertThat(allocated).as("bytes allocated by %d events", EVENTS).isLessThan(ALLOWANCE_BYTES);
    }

    /** Whatever the distribution, once the lists and rungs have grown to what it needs. */
    @ParameterizedTest
    @EnumSource(Increments.class)
    void aLargeSetAllocatesNothingEither(Increments increments) {
        SplittableRandom random = new SplittableRandom(1);
        long[] latest = new long[1];
        Timers[] timers = new Timers[1];
        timers[0] = simulation.newTimers("held", PENDING, Phase.ARRIVE, index -> {
            latest[0] = simulation.now() + Math.min(increments.next(random, simulation.now(), latest[0]), PATIENCE);
            timers[0].armAt(index, latest[0]);
            int other = random.nextInt(PENDING);
            timers[0].cancel(other);
            timers[0].armAfter(other, Increments.MEAN);
            if (simulation.executed() % HELD_EVENTS == 0) {
                simulation.stop();
            }
        });
        for (int index = 0; index < PENDING; index++) {
            timers[0].armAfter(index, index);
        }
        simulation.runUntil(Long.MAX_VALUE);
        simulation.runUntil(Long.MAX_VALUE);

        long before = allocatedBytes();
        simulation.runUntil(Long.MAX_VALUE);

        assertThat(allocatedBytes() - before).as("bytes allocated by %d events", HELD_EVENTS).isLessThan(HELD_EVENTS / 2);
    }

    private void execute(long events) {
        long end = simulation.executed() + events;
        while (simulation.executed() < end) {
            simulation.runUntil(simulation.now() + Time.PICOS_PER_MICRO);
        }
    }

    private static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** Serves at its own pace and pushes a timeout ahead of itself, as a device driver does. */
    private static final class Station {

        private final Simulation simulation;
        private final Timer service;
        private final Timer timeout;
        private long pace;

        Station(Simulation simulation, int index) {
            this.simulation = simulation;
            this.pace = index;
            service = simulation.newTimer("station-" + index + "/service", Phase.COMPLETE, this::serve);
            timeout = simulation.newTimer("station-" + index + "/timeout", Phase.ARRIVE, simulation::stop);
        }

        void start() {
            timeout.armAfter(Time.PICOS_PER_SECOND);
            serve();
        }

        private void serve() {
            pace = pace * 6364136223846793005L + 1442695040888963407L;
            simulation.mixDraw(pace);
            service.armAfter(pace >>> 44);
            timeout.cancel();
            timeout.armAfter(Time.PICOS_PER_SECOND);
        }
    }
}
