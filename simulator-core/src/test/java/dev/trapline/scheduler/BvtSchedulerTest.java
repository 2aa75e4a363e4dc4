package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.spec.Share;
import dev.trapline.work.Context;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Computed by hand: an allowance of 5 ms. */
class BvtSchedulerTest {
    private static final int DRIVER_DOMAIN = -1;

    /** A runs until it is 5 ahead of B; B from 5 behind to 5 ahead, and so on. */
    @Test
    void twoHogsTakeTurnsOfTwoAllowances() {
        TestMachine machine = TestMachine.of("xen-bvt", 1, 2);
        Context a = machine.hog("a");
        Context b = machine.hog("b");
        machine.startAndRunUntil(5 * MILLI);
        assertThat(machine.got(a)).isEqualTo(5 * MILLI);
        machine.runUntil(15 * MILLI);
        assertThat(machine.got(b)).isEqualTo(10 * MILLI);
        machine.runUntil(25 * MILLI);
        assertThat(machine.got(a)).isEqualTo(15 * MILLI);
        assertThat(machine.got(b)).isEqualTo(10 * MILLI);
    }

    /** Heavy to 5 ms, at 2.5 then; light for 2.5 + 5, at 7.5 then; heavy for 2 x 5 + 5, at 10; light again for 7.5. */
    @Test
    void theHeavyOneIsHalfAsFarForTheSameTime() {
        TestMachine machine = TestMachine.of("xen-bvt", 1, 2);
        Context heavy = machine.hog("heavy", TestMachine.weight(2));
        Context light = machine.hog("light");
        machine.startAndRunUntil(25 * MILLI / 2);
        assertThat(machine.got(heavy)).isEqualTo(5 * MILLI);
        machine.runUntil(55 * MILLI / 2);
        assertThat(machine.got(heavy)).isEqualTo(20 * MILLI);
        machine.runUntil(35 * MILLI);
        assertThat(machine.got(light)).isEqualTo(15 * MILLI);
        assertThat(machine.got(heavy)).isEqualTo(20 * MILLI);
    }

    /** At the last decision, at 5 ms, the least far was at 0, so it begins there; b is at 7. */
    @Test
    void whoWakesIsNotFarAndPreempts() {
        TestMachine machine = TestMachine.of("xen-bvt", 1, 3);
        machine.hog("a");
        Context b = machine.hog("b");
        Context sleeper = machine.periodic("sleeper", 12 * MILLI, SECOND, MILLI).context;
        machine.startAndRunUntil(13 * MILLI);
        assertThat(machine.got(sleeper)).isEqualTo(MILLI);
        assertThat(machine.got(b)).isEqualTo(7 * MILLI);
    }

    /**
     * Hog to 5, burst to 15 (at 10), hog to 25 (at 15), the rest of the burst to 35 (at 20). Woken at 36 it is 4 ahead of the
     * hog, which goes on to 35 + 4 + 5.
     */
    @Test
    void whoWakesAheadShortensTheRunOfTheOther() {
        TestMachine machine = TestMachine.of("xen-bvt", 1, 2);
        machine.hog("hog");
        Context bursts = machine.periodic("bursts", 0, 36 * MILLI, 20 * MILLI).context;
        machine.startAndRunUntil(44 * MILLI);
        assertThat(bursts.readyPicos(44 * MILLI)).isEqualTo((5 + 10 + 8) * MILLI);
        machine.runUntil(45 * MILLI);
        assertThat(machine.got(bursts)).isEqualTo(21 * MILLI);
    }

    /** Borrowing 10 ms it goes first, to 15; waits to 25; and woken at 36 it is at 20 - 10, the hog at 16. */
    @Test
    void theDriverDomainGoesAheadByItsWarp() {
        TestMachine machine = TestMachine.of("xen-bvt", 1, 2, Map.of("driver-domain-warp", 10 * MILLI));
        machine.hog("hog");
        Context bursts = machine.context("driver domain", DRIVER_DOMAIN, Share.NEUTRAL, -1);
        machine.periodic(bursts, 0, 36 * MILLI, 20 * MILLI);
        machine.startAndRunUntil(40 * MILLI);
        assertThat(bursts.readyPicos(40 * MILLI)).isEqualTo(10 * MILLI);
        assertThat(machine.got(bursts)).isEqualTo(24 * MILLI);
    }

    /** After 3 ms in one go it borrows no more for 100 ms: the hog runs for 3 + 5, then it for 5 + 5. */
    @Test
    void theWarpEndsAtItsLimitForAWhile() {
        TestMachine machine = TestMachine.of("xen-bvt", 1, 2,
                Map.of("warp", 0L, "driver-domain-warp", SECOND, "warp-limit", 3 * MILLI, "unwarp", 100 * MILLI));
        Context hog = machine.hog("hog");
        Context warped = machine.makeHog(machine.context("driver domain", DRIVER_DOMAIN, Share.NEUTRAL, -1));
        machine.startAndRunUntil(11 * MILLI);
        assertThat(machine.got(warped)).isEqualTo(3 * MILLI);
        assertThat(machine.got(hog)).isEqualTo(8 * MILLI);
        machine.runUntil(21 * MILLI);
        assertThat(machine.got(warped)).isEqualTo(13 * MILLI);
        long before = machine.got(warped);
        machine.runUntil(103 * MILLI);
        long unwarped = machine.got(warped) - before;
        machine.runUntil(106 * MILLI);
        assertThat(machine.got(warped) - before - unwarped).isEqualTo(3 * MILLI);
    }

    /** At a weight of 2, 50 us are charged as 100 and take it 50 further, 110 as 200. */
    @Test
    void runningTimeIsChargedInWholeUnits() {
        BvtVcpu vcpu = new BvtVcpu(TestMachine.of("xen-bvt", 1, 1).context("vcpu", TestMachine.weight(2), -1), 0, null);
        vcpu.starts(0);
        vcpu.stops(MILLI / 20, MILLI / 10);
        assertThat(vcpu.actual()).isEqualTo(MILLI / 20);
        vcpu.starts(MILLI);
        vcpu.stops(MILLI + 11 * MILLI / 100, MILLI / 10);
        assertThat(vcpu.actual()).isEqualTo(MILLI / 20 + MILLI / 10);
    }

    /** Three on core 0 and 2 on core 1, and nobody goes over when core 1 has nothing left to do. */
    @Test
    void nothingMovesBetweenCores() {
        TestMachine machine = TestMachine.of("xen-bvt", 2, 3);
        Context first = machine.hog("first");
        machine.periodic("short", 0, SECOND, MILLI);
        Context third = machine.hog("third");
        machine.startAndRunUntil(SECOND / 2);
        assertThat(machine.got(first) + machine.got(third)).isEqualTo(SECOND / 2);
    }

    /**
     * The hog alone was at 950 ms at its last decision. Woken at 990 the other begins there, and runs until it is 5 ahead of
     * the hog's 990: for 45 ms of the 100 that it wants.
     */
    @Test
    void sleepEarnsNothing() {
        TestMachine machine = TestMachine.of("xen-bvt", 1, 2);
        machine.hog("hog");
        Context sleeper = machine.periodic("sleeper", 990 * MILLI, 100 * SECOND, 100 * MILLI).context;
        machine.startAndRunUntil(1035 * MILLI);
        assertThat(machine.got(sleeper)).isEqualTo(45 * MILLI);
        machine.runUntil(1040 * MILLI);
        assertThat(machine.got(sleeper)).isEqualTo(45 * MILLI);
    }
}
