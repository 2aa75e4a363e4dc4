package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.spec.Share;
import dev.trapline.work.Context;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Computed by hand: 15 of 20 ms for the driver domain, quanta of 0.5 ms of extra time, periods of 100 ms for guests. */
class SedfSchedulerTest {
    private static final int DRIVER_DOMAIN = -1;

    /** Scores of 65,536 and 131,072: heavy, light, heavy; heavy, light, heavy; ... */
    @Test
    void extraTimeGoesByWeight() {
        TestMachine machine = TestMachine.of("xen-sedf", 1, 2);
        Context heavy = machine.hog("heavy", TestMachine.weight(2));
        Context light = machine.hog("light");
        machine.startAndRunUntil(MILLI / 2);
        assertThat(machine.got(heavy)).isEqualTo(MILLI / 2);
        machine.runUntil(MILLI);
        assertThat(machine.got(light)).isEqualTo(MILLI / 2);
        machine.runUntil(2 * MILLI);
        assertThat(machine.got(heavy)).isEqualTo(3 * MILLI / 2);
        machine.runUntil(3 * MILLI);
        assertThat(machine.got(light)).isEqualTo(MILLI);
    }

    /** 18 ms of work: 15 of its slice, the rest at once in extra time, where its turns come 96 times as often. */
    @Test
    void theDriverDomainHasItsSliceAndNearlyAllExtraTime() {
        TestMachine machine = TestMachine.of("xen-sedf", 1, 2);
        Context guest = machine.hog("guest");
        Context driver = machine.context("driver domain", DRIVER_DOMAIN, Share.NEUTRAL, -1);
        machine.periodic(driver, 0, 50 * MILLI, 18 * MILLI);
        machine.startAndRunUntil(18 * MILLI);
        assertThat(machine.got(driver)).isEqualTo(18 * MILLI);
        machine.runUntil(50 * MILLI);
        assertThat(machine.got(guest)).isEqualTo(32 * MILLI);
        assertThat(driver.readyPicos(50 * MILLI)).isZero();
    }

    /** 10 of 20 ms is all that it needs: a third of that if it has no slice and two others compete. */
    @Test
    void theSliceIsWhatItsDeclarationSays() {
        for (long slice : new long[] {0, 10 * MILLI}) {
            TestMachine machine = TestMachine.of("xen-sedf", 1, 3, Map.of("driver-domain-slice", slice, "weight-worth", 2L));
            Context driver = machine.makeHog(machine.context("driver domain", DRIVER_DOMAIN, Share.NEUTRAL, -1));
            machine.hog("one");
            machine.hog("other");
            machine.startAndRunUntil(60 * SECOND);
            // Half of each period, and a third of the rest: its slice is worth as much as a weight of 1.
            assertThat(machine.share(driver)).isBetween(slice == 0 ? 0.332 : 0.665, slice == 0 ? 0.334 : 0.668);
        }
    }

    /**
     * It sleeps from 5 to 10 ms, with 10 of its slice left, and wakes before its deadline at 20: the slice is lost, but in
     * extra time it goes before the guest until it has made up for that.
     */
    @Test
    void whatAShortSleepCostsIsMadeUpForInExtraTime() {
        TestMachine machine = TestMachine.of("xen-sedf", 1, 2);
        Context guest = machine.hog("guest", TestMachine.weight(1000));
        Context driver = machine.context("driver domain", DRIVER_DOMAIN, Share.NEUTRAL, -1);
        TestMachine.Periodic bursts = machine.periodic(driver, 0, 10 * MILLI, 5 * MILLI);
        machine.startAndRunUntil(6 * MILLI);
        bursts.burstsOf(25 * MILLI);
        machine.runUntil(20 * MILLI);
        assertThat(machine.got(driver)).isEqualTo((5 + 10) * MILLI);
        assertThat(machine.got(guest)).isEqualTo(5 * MILLI);
        machine.runUntil(35 * MILLI);
        assertThat(machine.got(driver)).isEqualTo((5 + 10 + 15) * MILLI);
    }

    /** With no more to make up for it would have to wait for its turns: at a weight of 1,000 the guest's score is 131. */
    @Test
    void whoHasLostNothingTakesItsTurn() {
        TestMachine machine = TestMachine.of("xen-sedf", 1, 2);
        Context guest = machine.hog("guest", TestMachine.weight(1000));
        Context driver = machine.makeHog(machine.context("driver domain", DRIVER_DOMAIN, Share.NEUTRAL, -1));
        machine.startAndRunUntil(20 * MILLI);
        assertThat(machine.got(driver)).isEqualTo(15 * MILLI);
        assertThat(machine.got(guest)).isEqualTo(5 * MILLI);
    }

    /**
     * The driver domain's periods begin 0.2 ms after those of the guest. At 99.7 ms no quantum fits before the guest's, which
     * begins at 100, and then none before the driver domain's at 100.2.
     */
    @Test
    void aCoreIdlesIfNoQuantumFitsBeforeAPeriod() {
        TestMachine machine = TestMachine.of("xen-sedf", 1, 2);
        Context guest = machine.hog("guest");
        Context driver = machine.context("driver domain", DRIVER_DOMAIN, Share.NEUTRAL, -1);
        machine.periodic(driver, MILLI / 5, 10 * SECOND, SECOND);
        machine.startAndRunUntil(100 * MILLI);
        assertThat(machine.got(guest) + machine.got(driver)).isEqualTo(997 * MILLI / 10);
        machine.runUntil(101 * MILLI);
        assertThat(machine.got(guest) + machine.got(driver)).isEqualTo(1005 * MILLI / 10);
    }

    /** Both have a slice: at 30 ms the deadlines are 40 and 50. */
    @Test
    void theEarliestDeadlineGoesFirst() {
        SedfQueue queue = new SedfQueue();
        TestMachine machine = TestMachine.of("xen-sedf", 1, 2);
        SedfVcpu late = vcpu(machine.context("late", Share.NEUTRAL, -1), 30 * MILLI, 20 * MILLI);
        SedfVcpu early = vcpu(machine.context("early", Share.NEUTRAL, -1), 20 * MILLI, 20 * MILLI);
        queue.add(late);
        queue.add(early);
        assertThat(queue.earliestDeadline(30 * MILLI)).isSameAs(early);
        queue.remove(early);
        early.starts(30 * MILLI, false);
        early.stopsInSlice(40 * MILLI);
        queue.add(early);
        assertThat(early.deadline()).isEqualTo(60 * MILLI);
        assertThat(queue.earliestDeadline(40 * MILLI)).isSameAs(late);
        assertThat(queue.nextPeriod(40 * MILLI)).isEqualTo(Long.MAX_VALUE);
        assertThat(queue.nextPeriod(39 * MILLI)).isEqualTo(40 * MILLI);
    }

    private static SedfVcpu vcpu(Context context, long wokenAt, long periodPicos) {
        SedfVcpu vcpu = new SedfVcpu(context, 0, periodPicos, periodPicos / 2, 1);
        vcpu.wakes(wokenAt);
        return vcpu;
    }
}
