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

    /** A desktop's turn of 6 units is 30 ms; one burst took 10 of it and the wait a unit, 5: at 405 it runs for 15 more. */
    @Test
    void aWaitCostsAThirdOfATick() {
        TestMachine machine = TestMachine.of("windows-threads", 1, 2, Map.of("quantum", 30 * MILLI));
        TestMachine.Periodic woken = machine.periodic("woken", 0, 405 * MILLI, 10 * MILLI);
        machine.hog("hog");
        machine.startAndRunUntil(404 * MILLI);
        woken.burstsOf(300 * MILLI);
        machine.runUntil(420 * MILLI);
        assertThat(machine.got(woken.context)).isEqualTo(25 * MILLI);
        // The hog, 395 into its turns of 30, has 25 left.
        machine.runUntil(445 * MILLI);
        assertThat(machine.got(woken.context)).isEqualTo(25 * MILLI);
        machine.runUntil(475 * MILLI);
        assertThat(machine.got(woken.context)).isEqualTo(55 * MILLI);
    }

    /** At 10 core 1 is free; of two that never ran it takes the one whose ideal processor it is, which came second. */
    @Test
    void aCoreLooksForWhoBelongsToItFirst() {
        TestMachine machine = TestMachine.of("windows-threads", 2, 4);
        machine.hog("on core 0");
        machine.periodic("on core 1", 0, SECOND, 10 * MILLI);
        Context others = machine.hog("of core 0");
        Context own = machine.hog("of core 1");
        machine.startAndRunUntil(20 * MILLI);
        assertThat(machine.got(own)).isEqualTo(10 * MILLI);
        assertThat(machine.got(others)).isZero();
    }

    /** After 45 ms of waiting the first of the queue goes, wherever it belongs. */
    @Test
    void afterThreeTicksTheFirstGoesAnywhere() {
        TestMachine machine = TestMachine.of("windows-threads", 2, 4);
        machine.hog("on core 0");
        machine.periodic("on core 1", 0, SECOND, 46 * MILLI);
        Context others = machine.hog("of core 0");
        machine.hog("of core 1");
        machine.startAndRunUntil(56 * MILLI);
        assertThat(machine.got(others)).isEqualTo(10 * MILLI);
    }

    /** Half a core: 100 ms, in which 50 ms of capacity become 100, and a pause of as long. */
    @Test
    void whoHasUsedItsMaximumCapacityPauses() {
        TestMachine machine = TestMachine.of("windows-threads", 1, 1);
        Context capped = machine.hog("capped", TestMachine.cap(0.5));
        machine.startAndRunUntil(200 * MILLI);
        assertThat(machine.got(capped)).isEqualTo(100 * MILLI);
        machine.runUntil(300 * MILLI);
        assertThat(machine.got(capped)).isEqualTo(200 * MILLI);
    }

    /** Half a core is promised: when twice its turn is over, at 360, it is owed and goes before the third, an equal. */
    @Test
    void aReservedCapacityGoesFirstAmongEquals() {
        TestMachine machine = TestMachine.of("windows-threads", 1, 3);
        Context reserved = machine.hog("reserved", TestMachine.reserve(0.5));
        Context second = machine.hog("second");
        Context third = machine.hog("third");
        machine.startAndRunUntil(540 * MILLI);
        assertThat(machine.got(reserved)).isEqualTo(360 * MILLI);
        assertThat(machine.got(second)).isEqualTo(180 * MILLI);
        assertThat(machine.got(third)).isZero();
        machine.runUntil(720 * MILLI);
        assertThat(machine.got(third)).isEqualTo(180 * MILLI);
    }
}
