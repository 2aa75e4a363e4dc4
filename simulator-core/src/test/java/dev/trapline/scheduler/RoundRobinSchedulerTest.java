package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.work.Context;
import org.junit.jupiter.api.Test;

/** Computed by hand, with quanta of 10 ms. */
class RoundRobinSchedulerTest {

    @Test
    void theQueueGoesRound() {
        TestMachine machine = TestMachine.of("round-robin", 1, 3);
        Context a = machine.hog("a");
        Context b = machine.hog("b");
        Context c = machine.hog("c");
        machine.startAndRunUntil(45 * MILLI);
        assertThat(machine.got(a)).isEqualTo(20 * MILLI);
        assertThat(machine.got(b)).isEqualTo(15 * MILLI);
        assertThat(machine.got(c)).isEqualTo(10 * MILLI);
    }

    @Test
    void whoWakesGoesToTheEnd() {
        TestMachine machine = TestMachine.of("round-robin", 1, 3);
        machine.hog("a");
        machine.hog("b");
        Context late = machine.periodic("late", 5 * MILLI, SECOND, MILLI).context;
        machine.startAndRunUntil(30 * MILLI);
        assertThat(late.readyPicos(30 * MILLI)).isEqualTo(15 * MILLI);
    }
}
