package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.trapline.work.Context;
import org.junit.jupiter.api.Test;

/** Computed by hand: quanta of 50 ms, preemption threshold 1 ms. */
class EsxSchedulerTest {

    /** At 120 ms the hog a is at 70 and the sleeper at 40, so it runs at once; then a goes on with its slice to 151. */
    @Test
    void whoGotLessThanItsSharePreempts() {
        TestMachine machine = TestMachine.of("esx-proportional-share", 1, 3);
        Context a = machine.hog("a");
        Context b = machine.hog("b");
        Context sleeper = machine.periodic("sleeper", 120 * MILLI, SECOND, MILLI).context;
        machine.startAndRunUntil(151 * MILLI);
        assertThat(sleeper.readyPicos(151 * MILLI)).isZero();
        assertThat(machine.got(a)).isEqualTo(100 * MILLI);
        assertThat(machine.got(b)).isEqualTo(50 * MILLI);
        machine.runUntil(171 * MILLI);
        assertThat(machine.got(b)).isEqualTo(70 * MILLI);
    }

    /** At 0.5 ms it is not far enough behind: it waits for the quanta of both hogs. */
    @Test
    void whoIsHardlyBehindWaits() {
        TestMachine machine = TestMachine.of("esx-proportional-share", 1, 3);
        machine.hog("a");
        machine.hog("b");
        Context sleeper = machine.periodic("sleeper", MILLI / 2, SECOND, MILLI).context;
        machine.startAndRunUntil(200 * MILLI);
        assertThat(sleeper.readyPicos(200 * MILLI)).isEqualTo(199 * MILLI / 2);
    }

    /** After ten seconds of sleep it is owed no more than 10 ms; quanta are 50. */
    @Test
    void sleepEarnsNoMoreThanTheWakeCredit() {
        TestMachine machine = TestMachine.of("esx-proportional-share", 1, 2);
        Context hog = machine.hog("hog");
        Context sleeper = machine.periodic("sleeper", 10 * SECOND, 100 * SECOND, 5 * SECOND).context;
        machine.startAndRunUntil(10 * SECOND);
        long before = machine.got(hog);
        machine.runUntil(12 * SECOND);
        assertThat(machine.got(sleeper) - (machine.got(hog) - before)).isBetween(-110 * MILLI, 110 * MILLI);
    }

    /**
     * A limit of 20 %: a fifth of the period of 50 ms makes a run of 12.5 ms with what comes in meanwhile, then a
     * pause.
     */
    @Test
    void aLimitPausesEvenOnAnIdleCore() {
        TestMachine machine = TestMachine.of("esx-proportional-share", 1, 1);
        Context limited = machine.hog("limited", TestMachine.cap(0.2));
        machine.startAndRunUntil(62 * MILLI);
        assertThat((double) machine.got(limited)).isCloseTo(12.5 * MILLI, within(10.0));
        machine.runUntil(70 * MILLI);
        assertThat((double) machine.got(limited)).isCloseTo(20.0 * MILLI, within(10.0));
    }

    /** Its weight is worth more than a core; when enough others come it has no more than its share from then on. */
    @Test
    void whoCouldNotUseItsShareDoesNotSaveItUp() {
        TestMachine machine = TestMachine.of("esx-proportional-share", 2, 6);
        Context heavy = machine.hog("heavy", TestMachine.weight(4));
        machine.hog("one");
        machine.hog("other");
        for (int i = 0; i < 3; i++) {
            machine.periodic("late " + i, 100 * SECOND, 1000 * SECOND, 500 * SECOND);
        }
        machine.startAndRunUntil(100 * SECOND);
        long before = machine.got(heavy);
        assertThat(before).isGreaterThan(99 * SECOND);
        machine.runUntil(140 * SECOND);
        // Of two cores 4 of 9.
        assertThat((double) (machine.got(heavy) - before)).isCloseTo(40.0 * SECOND * 8 / 9, withinPercentage(2));
    }
}
