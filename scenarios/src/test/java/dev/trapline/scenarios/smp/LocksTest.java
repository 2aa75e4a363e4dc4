package dev.trapline.scenarios.smp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.scenarios.Overrides;
import org.junit.jupiter.api.Test;

/**
 * Locks by hand. Each task computes for 8 ms and holds the lock for 4; a quantum of the round robin is 10 ms, and a hog
 * shares a core with one of the vCPUs.
 */
final class LocksTest {
    private static Overrides ticket() {
        return lock("8000000 cycles", "kind: ticket");
    }

    private static Overrides lock(String every, String more) {
        return Overrides.NONE
                .set("guests.load.workload", "{ extends: locked, as: other, steps: [{ compute: 8000000 cycles, lock: { every: "
                        + every + ", hold: 4000000 cycles, " + more + " } }] }");
    }

    /** Core by core: 8-12, then 12-16, then 16-20; nobody else wants a core. */
    @Test
    void whoFindsItHeldBurnsUntilItIsReleased() {
        SmpHost host = SmpHost.of("locks.yaml", Overrides.NONE.set("guests.hog.cores", "[3]")).runUntil(100_000);
        assertThat(host.lastLeft("load")).isEqualTo(20_000);
        assertThat(host.spent("load", "lock spin")).isEqualTo(4_000 + 8_000);
        assertThat(host.spent("load", "critical section")).isEqualTo(12_000);
        assertThat(host.latency("load", "lock spin", false)).as("service of the requests").isEqualTo(12_000);
        assertThat(host.spent("load", "lock-holder preemption")).isZero();
    }

    /**
     * The holder's core is the hog's from 10 to 20 ms: it holds from 8 to 10 and from 20 to 22, then the others in turn.
     * Each of the two others burns the hog's slice.
     */
    @Test
    void aDescheduledHolderMakesTheOthersBurnForExactlyASlice() {
        SmpHost host = SmpHost.of("locks.yaml", Overrides.NONE.set("guests.hog.cores", "[0]")).runUntil(100_000);
        assertThat(host.spent("load", "lock-holder preemption")).isEqualTo(2 * 10_000);
        assertThat(host.latency("load", "lock-holder preemption", false)).isEqualTo(2 * 10_000);
        assertThat(host.spent("load", "lock spin")).isEqualTo(2 * (2_000 + 2_000) + 4_000);
        assertThat(host.lastLeft("load")).isEqualTo(30_000);
        assertThat(host.latency("load", "no core", true)).as("the holder's own wait").isEqualTo(10_000);
    }

    /** The second waiter has no core from 10 to 20: at 12 the third takes the lock, and the second at once when it is back. */
    @Test
    void testAndSetGoesToWhoeverSpins() {
        SmpHost host = SmpHost.of("locks.yaml", Overrides.NONE).runUntil(100_000);
        assertThat(host.spent("load", "lock spin")).isEqualTo(2_000 + 4_000);
        assertThat(host.spent("load", "lock-holder preemption")).isZero();
        assertThat(host.lastLeft("load")).isEqualTo(24_000);
    }

    /** The lock is the second waiter's from 12 on, though it has no core until 20: the third burns for those 8 ms. */
    @Test
    void aTicketGoesToWhoeverAskedFirst() {
        SmpHost host = SmpHost.of("locks.yaml", ticket()).runUntil(100_000);
        assertThat(host.spent("load", "lock spin")).isEqualTo(2_000 + 4_000 + 4_000);
        assertThat(host.spent("load", "lock-holder preemption")).isEqualTo(8_000);
        assertThat(host.lastLeft("load")).isEqualTo(28_000);
    }

    /**
     * The hog is beside the second task, which spins for a millisecond from 8, pays 0.1 ms for being ended, and lets the
     * core go at 9.1; the hog has it until 19.1. The third spins from 8, is ended at 9 and 10.1, 11.2, and so on, and
     * has nobody to let its core go to: it takes the lock at 12, the second at 19.1.
     */
    @Test
    void aPlatformThatEndsSpinsLetsAnotherContextRun() {
        SmpHost host = SmpHost.of("locks.yaml", Overrides.NONE.set("platforms.bare.spin-wait", "{ window: 1000000 cycles, event: spin-exit }")).runUntil(100_000);
        assertThat(host.spinExits("load")).isEqualTo(1 + 3);
        assertThat(host.spent("load", "spin-exit")).isEqualTo(400);
        assertThat(host.spent("load", "lock spin")).isEqualTo(1_000 + 3_000 + 700);
        assertThat(host.lastLeft("load")).isEqualTo(23_100);
    }

    /** Sections come every 2 ms of computing: 2-3 the first, and so on; they are besides the 8 ms of computing. */
    @Test
    void sectionsAreBesidesTheComputation() {
        SmpHost host = SmpHost.of("locks.yaml", lock("2000000 cycles", "name: alone")
                        .set("guests.load.vcpus", "1").set("guests.hog.cores", "[3]")
                        .set("guests.load.cores", "[0]"))
                .runUntil(200_000);
        assertThat(host.completed("load")).isEqualTo(3);
        assertThat(host.spent("load", "critical section")).isEqualTo(3 * 4 * 4_000);
        assertThat(host.spent("load", "computing")).isEqualTo(3 * 8_000);
        assertThat(host.spent("load", "lock spin")).isZero();
        assertThat(host.lastLeft("load")).isEqualTo(3 * (8_000 + 16_000));
    }

    /** Three tasks on one vCPU, a slice of 9 ms: it ends in the first section, and the next task has its turn after that, at 12. */
    @Test
    void theGuestDoesNotTakeTheTurnOfATaskThatHoldsALock() {
        SmpHost host = SmpHost.of("locks.yaml", lock("8000000 cycles", "name: alone")
                        .set("guests.load.vcpus", "1").set("guests.hog.cores", "[3]").set("guests.load.cores", "[0]")
                        .set("guests.load.os", "{ extends: smp-os, as: nimble, time-slice: 9 ms }"))
                .runUntil(100_000);
        assertThat(host.spent("load", "lock spin")).isZero();
        assertThat(host.latency("load", "queue", true)).isEqualTo(12_000 + 24_000);
    }

    /** The second task has no core from 10 to 20 and comes at 22; all compute for two milliseconds more. */
    @Test
    void theLastAtABarrierLetsAllPass() {
        SmpHost host = SmpHost.of("locks.yaml", Overrides.NONE.set(
                        "guests.load.workload",
                        "{ extends: locked, as: met, steps: [{ compute: 12000000 cycles }, { barrier: 3 }, { compute: 2000000 cycles }] }"))
                .runUntil(100_000);
        assertThat(host.lastLeft("load")).isEqualTo(24_000);
        assertThat(host.latency("load", "barrier", true)).isEqualTo(2 * 10_000);
        assertThat(host.latency("load", "computing", false)).isEqualTo(3 * 14_000);
    }
}
