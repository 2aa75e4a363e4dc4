package dev.trapline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** Once the queue has grown, running a model, re-arming and cancelling timers allocates nothing. */
class AllocationTest {

    private static final long EVENTS = 1_000_000;
    private static final int STATIONS = 500;

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
