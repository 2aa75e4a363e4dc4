package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.work.Context;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Computed by hand: one core, slices of 3 ms that end exactly. v is virtual time, d the deadline. */
class LinuxEevdfSchedulerTest {
    private static final Map<String, Object> EXACT = Map.of("tick", 0L, "base-slice", 3 * MILLI);

    /**
     * The heavy one, of weight 2, has d 1.5 and goes first; at 3 its v is 1.5, the mean 1: only the light one is
     * eligible. At 6 it is the heavy one alone, v 1.5 with a mean of 2; at 9 both, v 3, and the heavy one has d 4.5
     * against 6; at 12 again the light one alone.
     */
    @Test
    void ofTheEligibleTheEarliestDeadlineGoesNext() {
        TestMachine machine = TestMachine.of("linux-eevdf", 1, 2, EXACT);
        Context light = machine.hog("light", TestMachine.weight(1));
        Context heavy = machine.hog("heavy", TestMachine.weight(2));
        machine.start();
        long[] lightAt = {0, 3, 3, 3, 6};
        for (int slice = 1; slice <= lightAt.length; slice++) {
            machine.runUntil(3 * slice * MILLI);
            assertThat(machine.got(light)).as("after slice " + slice).isEqualTo(lightAt[slice - 1] * MILLI);
            assertThat(machine.got(heavy)).isEqualTo((3 * slice - lightAt[slice - 1]) * MILLI);
        }
    }

    /** It slept with no lag; the hog is as far, so eligible, and keeps the core for its slice, until 12. */
    @Test
    void aWakingThreadWaitsForTheEndOfAnEligibleOnesSlice() {
        TestMachine machine = TestMachine.of("linux-eevdf", 1, 2, EXACT);
        machine.hog("hog");
        Context sleeper = machine.periodic("sleeper", 10 * MILLI, SECOND, MILLI).context;
        machine.startAndRunUntil(20 * MILLI);
        assertThat(sleeper.readyPicos(20 * MILLI)).isEqualTo(2 * MILLI);
    }

    /** At 2 the first hog has v 2, the mean is 1: it is not eligible, and the heavy one's d of 1.75 is before the other's 3. */
    @Test
    void aWakingThreadPreemptsWhoIsAheadOfItsShare() {
        TestMachine machine = TestMachine.of("linux-eevdf", 1, 3, EXACT);
        machine.hog("first");
        machine.hog("second");
        Context heavy = machine.context("heavy", TestMachine.weight(4), -1);
        machine.periodic(heavy, 2 * MILLI, SECOND, MILLI);
        machine.startAndRunUntil(10 * MILLI);
        assertThat(heavy.readyPicos(10 * MILLI)).isZero();
        assertThat(machine.got(heavy)).isEqualTo(MILLI);
    }

    /**
     * It sleeps at 1 with v 1 against 0: a lag of -0.5. At 5 the hog has v 4; the sleeper is put at 5, so that the mean
     * is 4.5 and the lag what it was. At 7 the hog has had its slice, v 6, and only the sleeper is eligible.
     */
    @Test
    void lagIsKeptThroughSleep() {
        TestMachine machine = TestMachine.of("linux-eevdf", 1, 2, EXACT);
        Context sleeper = machine.periodic("sleeper", 0, 5 * MILLI, MILLI).context;
        machine.hog("hog");
        machine.startAndRunUntil(7 * MILLI);
        assertThat(machine.got(sleeper)).isEqualTo(MILLI);
        assertThat(sleeper.readyPicos(7 * MILLI)).isEqualTo(2 * MILLI);
        machine.runUntil(8 * MILLI);
        assertThat(machine.got(sleeper)).isEqualTo(2 * MILLI);
    }

    /** It yields at 1, with d 6 from then on instead of 3; the other has its 3 ms, and then it runs from v 1 to 6. */
    @Test
    void whoYieldsPutsOffItsDeadlineByASlice() {
        TestMachine machine = TestMachine.of("linux-eevdf", 1, 2, EXACT);
        Context first = machine.hog("first");
        Context second = machine.hog("second");
        machine.at(MILLI, first::yields);
        machine.startAndRunUntil(4 * MILLI);
        assertThat(machine.got(second)).isEqualTo(3 * MILLI);
        machine.runUntil(9 * MILLI);
        assertThat(machine.got(first)).isEqualTo(6 * MILLI);
        machine.runUntil(10 * MILLI);
        assertThat(machine.got(second)).isEqualTo(4 * MILLI);
    }

    /** It polls from 1 on, alone on its core; at 3 another thread wakes for that core, which it gives up at once. */
    @Test
    void whoPollsGivesUpItsCoreToAWakingThread() {
        TestMachine machine = TestMachine.of("linux-eevdf", 1, 2, EXACT);
        machine.periodic(machine.polling("vcpu", 100 * MILLI), 0, SECOND, MILLI);
        Context woken = machine.periodic("woken", 3 * MILLI, SECOND, MILLI).context;
        machine.startAndRunUntil(10 * MILLI);
        assertThat(machine.got(woken)).isEqualTo(MILLI);
        assertThat(woken.readyPicos(10 * MILLI)).isZero();
    }

    /** Where another thread waits already it does not begin to poll. */
    @Test
    void nobodyPollsOnACoreThatAnotherWaitsFor() {
        TestMachine machine = TestMachine.of("linux-eevdf", 1, 2, EXACT);
        machine.periodic(machine.polling("vcpu", 100 * MILLI), 0, SECOND, 2 * MILLI);
        Context woken = machine.periodic("woken", MILLI, SECOND, MILLI).context;
        machine.startAndRunUntil(10 * MILLI);
        assertThat(woken.readyPicos(10 * MILLI)).isEqualTo(MILLI);
        assertThat(machine.got(woken)).isEqualTo(MILLI);
    }

    /** With the defaults 0.7 ms become a tick of 1 ms on one core, and 2.1 ms become 3 on four. */
    @Test
    void aSliceEndsAtTheTickAfter() {
        TestMachine machine = TestMachine.of("linux-eevdf", 1, 2);
        Context first = machine.hog("first");
        machine.hog("second");
        machine.startAndRunUntil(2 * MILLI);
        assertThat(machine.got(first)).isEqualTo(MILLI);
        TestMachine four = TestMachine.of("linux-eevdf", 4, 2);
        four.makeHog(four.context("first", TestMachine.weight(1), 0));
        Context second = four.makeHog(four.context("second", TestMachine.weight(1), 0));
        four.startAndRunUntil(6 * MILLI);
        assertThat(second.readyPicos(6 * MILLI)).isEqualTo(3 * MILLI);
        assertThat(four.got(second)).isEqualTo(3 * MILLI);
    }
}
