package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.work.Context;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Computed by hand: slices of 100 ms, ticks of 1 ms, one core. */
class LinuxO1SchedulerTest {

    /** The late one is active when it comes at 150, so it goes before the first, which has expired at 100. */
    @Test
    void whoHasUsedItsSliceWaitsForAllWhoHaveNot() {
        TestMachine machine = TestMachine.of("linux-o1", 1, 4);
        Context[] hogs = {machine.hog("first"), machine.hog("second"), machine.hog("third")};
        Context late = machine.periodic("late", 150 * MILLI, 10 * SECOND, SECOND).context;
        machine.startAndRunUntil(300 * MILLI);
        for (Context hog : hogs) {
            assertThat(machine.got(hog)).isEqualTo(100 * MILLI);
        }
        machine.runUntil(400 * MILLI);
        assertThat(machine.got(late)).isEqualTo(100 * MILLI);
        machine.runUntil(500 * MILLI);
        assertThat(machine.got(hogs[0])).isEqualTo(200 * MILLI);
    }

    /** It yields at 10, and waits for the other's slice. */
    @Test
    void whoYieldsWaitsForAllWhoHaveSomeOfTheirSlice() {
        TestMachine machine = TestMachine.of("linux-o1", 1, 2);
        Context first = machine.hog("first");
        machine.hog("second");
        machine.at(10 * MILLI, first::yields);
        machine.startAndRunUntil(110 * MILLI);
        assertThat(machine.got(first)).isEqualTo(10 * MILLI);
        machine.runUntil(200 * MILLI);
        assertThat(machine.got(first)).isEqualTo(100 * MILLI);
    }

    /** It comes at 0.5 ms and pays for the tick at 1 ms in full: its hundredth comes at 100. */
    @Test
    void aTickIsPaidInFull() {
        TestMachine machine = TestMachine.of("linux-o1", 1, 2);
        Context first = machine.periodic("first", MILLI / 2, 10 * SECOND, SECOND).context;
        Context second = machine.periodic("second", 3 * MILLI / 4, 10 * SECOND, SECOND).context;
        machine.startAndRunUntil(200 * MILLI);
        assertThat(machine.got(first)).isEqualTo(199 * MILLI / 2);
        assertThat(machine.got(second)).isEqualTo(100 * MILLI);
    }

    /**
     * 990 ms of sleep are above the limit of 799: a bonus of 7, priority 118 against the hog's 125, so it preempts at
     * 1000. When its slice ends, at 1090, it still has 799 - 90 / 7, hence a bonus of 7, and goes on.
     */
    @Test
    void whoSleepsMuchPreemptsAndDoesNotExpire() {
        TestMachine machine = TestMachine.of("linux-o1", 1, 2);
        TestMachine.Periodic sleeper = machine.periodic("sleeper", 0, SECOND, 10 * MILLI);
        machine.hog("hog");
        machine.startAndRunUntil(999 * MILLI);
        sleeper.burstsOf(250 * MILLI);
        machine.runUntil(1250 * MILLI);
        assertThat(machine.got(sleeper.context)).isEqualTo(260 * MILLI);
        assertThat(sleeper.context.readyPicos(1250 * MILLI)).isZero();
    }

    /** 50 ms of sleep make no bonus: it waits for the end of the hog's slice, at 110. */
    @Test
    void aShortSleepEarnsNothing() {
        TestMachine machine = TestMachine.of("linux-o1", 1, 2);
        Context sleeper = machine.periodic("sleeper", 0, 60 * MILLI, 10 * MILLI).context;
        machine.hog("hog");
        machine.startAndRunUntil(120 * MILLI);
        assertThat(sleeper.readyPicos(120 * MILLI)).isEqualTo(50 * MILLI);
        assertThat(machine.got(sleeper)).isEqualTo(20 * MILLI);
    }

    /**
     * Three that take turns of 40 ms sleep twice as long as they run, become interactive and fill the core. When one of
     * them ends its slice, it and the hog are ready, perhaps one more: for two or three seconds the hog is kept waiting.
     * Without the limit it would wait for ever.
     */
    @Test
    void theExpiredAreNotKeptWaitingForEver() {
        TestMachine machine = TestMachine.of("linux-o1", 1, 4);
        for (int i = 0; i < 3; i++) {
            machine.periodic("sleeper " + i, SECOND + 40 * i * MILLI, 120 * MILLI, 40 * MILLI);
        }
        Context hog = machine.hog("hog");
        machine.start();
        long longest = 0;
        long since = 0;
        long got = 0;
        for (long now = 0; now <= 60 * SECOND; now += 10 * MILLI) {
            machine.runUntil(now);
            longest = Math.max(longest, now - since);
            since = machine.got(hog) > got ? now : since;
            got = machine.got(hog);
        }
        assertThat(longest).isBetween(2 * SECOND, 3 * SECOND);
    }

    /** Of three hogs on two cores two stay together. */
    @Test
    void theOddHogStaysWhereItIs() {
        TestMachine machine = TestMachine.of("linux-o1", 2, 3);
        List<Context> contexts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            contexts.add(machine.hog("hog " + i));
        }
        machine.startAndRunUntil(10 * SECOND);
        assertThat(contexts).extracting(machine::share).usingElementComparator((a, b) -> Math.abs(a - b) < 0.01 ? 0 : 1)
                .containsExactlyInAnyOrder(0.5, 0.5, 1.0);
        assertThat(machine.share(contexts.get(1))).isCloseTo(1, within(0.01));
    }
}
