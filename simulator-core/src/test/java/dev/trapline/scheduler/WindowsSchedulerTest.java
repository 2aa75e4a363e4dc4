package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.work.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Computed by hand: turns of 180 ms, priority 8, boost 1. */
class WindowsSchedulerTest {

    /**
     * It begins as an equal, at 180 ms; its second burst, at 300, preempts, and the hog goes on with what is left to
     * it.
     */
    @Test
    void aWokenThreadPreemptsByItsBoost() {
        TestMachine machine = TestMachine.of("windows-threads", 1, 2);
        Context hog = machine.hog("hog");
        Context sleeper = machine.periodic("sleeper", 50 * MILLI, 250 * MILLI, MILLI).context;
        machine.startAndRunUntil(181 * MILLI);
        assertThat(sleeper.readyPicos(181 * MILLI)).isEqualTo(130 * MILLI);
        machine.runUntil(301 * MILLI);
        assertThat(machine.got(sleeper)).isEqualTo(2 * MILLI);
        machine.runUntil(400 * MILLI);
        assertThat(sleeper.readyPicos(400 * MILLI)).isEqualTo(130 * MILLI);
        assertThat(machine.got(hog)).isEqualTo(398 * MILLI);
    }

    /**
     * Of its turn one burst took 10 ms and the wait 5: at 400 it runs for 165 with priority 9, and is an equal then.
     */
    @Test
    void theBoostIsLostWithTheTurn() {
        TestMachine machine = TestMachine.of("windows-threads", 1, 2);
        TestMachine.Periodic woken = machine.periodic("woken", 0, 400 * MILLI, 10 * MILLI);
        Context hog = machine.hog("hog");
        machine.start();
        machine.runUntil(399 * MILLI);
        woken.burstsOf(300 * MILLI);
        machine.runUntil(565 * MILLI);
        assertThat(machine.got(woken.context)).isEqualTo(175 * MILLI);
        // The hog began its third turn at 370: 150 of it are left.
        machine.runUntil(715 * MILLI);
        assertThat(machine.got(woken.context)).isEqualTo(175 * MILLI);
        machine.runUntil(800 * MILLI);
        assertThat(machine.got(woken.context)).isEqualTo(260 * MILLI);
        assertThat(machine.got(hog)).isEqualTo(540 * MILLI);
    }

    @Test
    void withoutABoostAWokenThreadWaitsForATurn() {
        TestMachine machine = TestMachine.of("windows-threads", 1, 2, Map.of("wake-boost", 0L));
        machine.hog("hog");
        Context sleeper = machine.periodic("sleeper", 50 * MILLI, 250 * MILLI, MILLI).context;
        machine.startAndRunUntil(400 * MILLI);
        assertThat(sleeper.readyPicos(400 * MILLI)).isEqualTo((130 + 61) * MILLI);
    }

    /** Thirty hogs wait 5.2 s for a turn; at 5 s the guard gives the first of the queue two turns at priority 15. */
    @Test
    void theGuardFindsWhoWaitedForFourSeconds() {
        TestMachine machine = TestMachine.of("windows-threads", 1, 30);
        List<Context> hogs = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            hogs.add(machine.hog("hog " + i));
        }
        machine.startAndRunUntil(5 * SECOND);
        assertThat(machine.got(hogs.get(27))).isEqualTo(140 * MILLI);
        assertThat(machine.got(hogs.get(28))).isZero();
        machine.runUntil(5 * SECOND + 360 * MILLI);
        assertThat(machine.got(hogs.get(27))).isEqualTo(140 * MILLI);
        assertThat(machine.got(hogs.get(28))).isEqualTo(360 * MILLI);
        machine.runUntil(5 * SECOND + 370 * MILLI);
        assertThat(machine.got(hogs.get(29))).isEqualTo(10 * MILLI);
    }

    /** Weights 1 and 2: turns of 90 and 180 ms. */
    @Test
    void aWeightScalesTheTurn() {
        TestMachine machine = TestMachine.of("windows-threads", 1, 2);
        Context light = machine.hog("light", TestMachine.weight(1));
        Context heavy = machine.hog("heavy", TestMachine.weight(2));
        machine.startAndRunUntil(540 * MILLI);
        assertThat(machine.got(light)).isEqualTo(180 * MILLI);
        assertThat(machine.got(heavy)).isEqualTo(360 * MILLI);
    }
}
