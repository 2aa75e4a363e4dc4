package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Time;
import dev.trapline.platform.Host;
import dev.trapline.work.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often kernels do what only their habit makes necessary: writes of the task priority, ticks of several sources. */
class KernelHabitsTest {
    private static final int JOBS = 20;
    /** Charges of a tick in the guest's kernel: the interrupt and its handler. */
    private static final int TICK_PARTS = 2;

    /** In the ledger of the guests. */
    private static long count(Host host, Place place, String mechanism) {
        long count = 0;
        for (int slot = 0; slot < host.slots().size(); slot++) {
            boolean wanted = host.slots().get(slot).place() == place && host.slots().get(slot).mechanism().equals(mechanism);
            count += wanted ? host.processors().ledger().count(0, slot) : 0;
        }
        return count;
    }

    private static Host rested(String machine, String os, String workload) {
        return Setup.rested(Setup.of(machine, "hyper-v-2008", os, workload).withoutTicks().assemble());
    }

    /** A hundred system calls in each of twenty jobs, four writes in each. */
    @Test
    void eachSystemCallWritesTheTaskPriority() {
        Host host = rested("whole-machine", "windows-server-2003", "computations");
        assertThat(count(host, Place.HYPERVISOR, "tpr-write")).isEqualTo(JOBS * 100 * 4);
        assertThat(count(host, Place.GUEST_KERNEL, "tpr-write")).isZero();
    }

    /** Each interrupt of the guest's, and the two system calls of each call. */
    @Test
    void eachInterruptWritesIt() {
        Host host = rested("whole-machine", "windows-server-2003", "calls");
        Host later = rested("whole-machine", "windows-server-2003-sp2", "calls");
        long interrupts = count(host, Place.HYPERVISOR, "virtual-interrupt");
        long calls = 2 * JOBS;
        assertThat(interrupts).isPositive();
        assertThat(count(later, Place.HYPERVISOR, "tpr-write")).isZero();
        assertThat(count(host, Place.HYPERVISOR, "tpr-write")).isEqualTo(interrupts * 6 + calls * 4);
    }

    /** A Penryn keeps the task priority of its guests by itself. */
    @Test
    void whereTheProcessorShadowsItNoWriteReachesTheHypervisor() {
        Host host = rested("test-server-2008", "windows-server-2003", "computations");
        assertThat(count(host, Place.HYPERVISOR, "tpr-write")).isZero();
        assertThat(count(host, Place.GUEST_KERNEL, "tpr-write")).isEqualTo(JOBS * 100 * 4);
    }

    /** A thousand ticks a second on each of n vCPUs, and a thousand more on the first where there are two sources. */
    @ParameterizedTest
    @CsvSource({"linux-2.6-1000hz, 1, 1000", "linux-2.6-1000hz, 2, 2000", "rhel-5, 1, 2000", "rhel-5, 2, 3000"})
    void aSecondSourceTicksOnTheFirstVcpu(String os, int vcpus, int ticks) {
        Host host = Setup.of("whole-machine", "esx-3.5", os, "idle").vcpus(vcpus).assemble();
        host.simulation().runUntil(Time.PICOS_PER_SECOND);
        host.site().checkConservation();
        assertThat(count(host, Place.GUEST_KERNEL, "tick") / (double) TICK_PARTS).isBetween(ticks * 0.99, ticks * 1.01);
    }
}
