package dev.trapline.scenarios.smp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.scenarios.Overrides;
import org.junit.jupiter.api.Test;

/**
 * Locks that make their waiters sleep, by hand. Each task computes for 8 ms and holds the lock for 4; who finds it held calls the system
 * (0.1 ms), who releases it while others sleep does too and wakes one (0.3 ms in all).
 */
final class MutexesTest {
    private static SmpHost host(Overrides overrides) {
        return SmpHost.of("mutexes.yaml", overrides).runUntil(100_000);
    }

    /** Core by core: 8-12, 12.3-16.3 and 16.6-20.6; the others sleep from 8.1 on and burn nothing. */
    @Test
    void whoFindsItHeldSleepsUntilItIsReleased() {
        SmpHost host = host(Overrides.NONE);
        assertThat(host.lastLeft("load")).isEqualTo(20_600);
        assertThat(host.spent("load", "critical section")).isEqualTo(12_000);
        assertThat(host.spent("load", "system-call")).as("two that sleep, two that wake them").isEqualTo(400);
        assertThat(host.spent("load", "wake-up")).isEqualTo(400);
        assertThat(host.latency("load", "lock sleep", true)).isEqualTo(4_200 + 8_500);
        assertThat(host.spent("load", "lock spin")).isZero();
        assertThat(host.completed("load")).isEqualTo(3);
    }

    /** The other's vCPU is idle: the interrupt to it takes the one that wakes it 0.1 ms, and the woken one as much. */
    @Test
    void theWakingOfAnIdleVcpuIsOnTheWayOfTheLock() {
        String charge = "[{ at: hypervisor, mechanism: interrupting, cost: spin-exit }]";
        SmpHost host = host(Overrides.NONE.set("platforms.bare.events", "{ wake-vcpu: " + charge + ", woken: " + charge + " }"));
        assertThat(host.spent("load", "interrupting")).isEqualTo(4 * 100);
        assertThat(host.lastLeft("load")).isEqualTo(20_600 + 4 * 100);
    }

    /** The hog has the second task's core from 8.1 to 18.1; the lock is free from 12 on, and the third sleeps beside it. */
    @Test
    void whoWasWokenAndHasNoCoreKeepsNobodyFromTheLockButThoseThatSleep() {
        SmpHost host = host(Overrides.NONE.set("guests.hog.cores", "[1]"));
        assertThat(host.lastLeft("load")).isEqualTo(18_100 + 4_000 + 300 + 4_000);
        assertThat(host.spent("load", "lock-holder preemption")).isZero();
    }

    /**
     * Sections every 2 ms: the first task computes from 6.3 to 8.3 and takes the lock that it released at 6 before; the second, whose
     * core is the hog's until 12.1, finds it held and sleeps again.
     */
    @Test
    void aLockThatIsReleasedIsNotHandedOver() {
        SmpHost host = host(Overrides.NONE.set("guests.hog.cores", "[1]")
                .set("guests.load.vcpus", "2")
                .set("guests.load.cores", "[0, 1]")
                .set("guests.load.workload", "{ extends: locked, as: again, clients: 2, steps: [{ compute: 4000000 cycles,"
                        + " lock: { every: 2000000 cycles, hold: 4000000 cycles, kind: mutex } }] }"));
        assertThat(host.spent("load", "system-call")).as("sleeps at 2 and at 12.1, woken at 6 and at 12.3").isEqualTo(400);
        assertThat(host.completed("load")).isEqualTo(2);
    }

    /** One vCPU: the holder's slice ends within the section, and the others call the system and sleep beside it. */
    @Test
    void theTurnOfAHolderMayBeTaken() {
        SmpHost host = host(Overrides.NONE.set("guests.load.vcpus", "1").set("guests.load.cores", "[0]")
                .set("guests.load.os.time-slice", "9 ms"));
        assertThat(host.spent("load", "system-call")).isEqualTo(2 * 100 + 2 * 100);
        assertThat(host.completed("load")).isEqualTo(3);
    }
}
