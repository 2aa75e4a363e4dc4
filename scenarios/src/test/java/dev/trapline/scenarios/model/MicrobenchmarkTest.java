package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Time;
import dev.trapline.platform.Host;
import dev.trapline.work.Core;
import dev.trapline.workload.GroupMeasure;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** What programs that count their operations feel, by hand: at 1 GHz a thousandth of a cycle is a picosecond. */
class MicrobenchmarkTest {
    private static final long WARM_UP_PICOS = 10 * Time.PICOS_PER_MILLI;
    private static final long END_PICOS = 50 * Time.PICOS_PER_MILLI;
    private static final long NATIVE_COUNTS_AT_MOST = 100_000;

    private static Setup on(String machine, String platform, String os, String workload) {
        return Setup.of(machine, platform, os, workload).withoutTicks();
    }

    private static Host ran(Setup setup) {
        Host host = setup.assemble();
        host.simulation().runUntil(WARM_UP_PICOS);
        host.measures().get(0).reset(host.simulation().now());
        host.simulation().runUntil(END_PICOS);
        host.site().checkConservation();
        return host;
    }

    /** The mean of the requests after the first ones, which must come out without a rest, since all are alike. */
    private static long latencyPicos(Setup setup) {
        GroupMeasure measure = ran(setup).measures().get(0);
        assertThat(measure.completed()).isPositive();
        BigInteger[] mean = measure.latencies().sumPicos().divideAndRemainder(BigInteger.valueOf(measure.completed()));
        assertThat(mean[1]).isZero();
        return mean[0].longValueExact();
    }

    @Test
    void countedOperationsHaveTheirFullPriceBesidesTheCycles() {
        Setup setup = on("whole-machine", "native", "linux-2.6", "counted-loop");
        long counted = 3 * setup.milli("system-call") + 5 * setup.milli("page-fault") + 2 * setup.milli("page-table-write");
        assertThat(counted).isLessThan(NATIVE_COUNTS_AT_MOST * 1000);
        assertThat(latencyPicos(setup)).isEqualTo(100_000_000 + counted);
    }

    @Test
    void eachTechniquePricesThem() {
        Setup xen = on("whole-machine", "xen-2003", "linux-2.4", "counted-loop");
        assertThat(latencyPicos(xen)).isEqualTo(100_000_000
                + 3 * xen.milli("paravirtual-system-call")
                + 5 * xen.milli("direct-paging-page-fault")
                + 2 * xen.milli("direct-paging-page-table-write")
                + xen.milli("direct-paging-address-space-creation"));
    }

    @Test
    void aLoopNeverHaltsItsProcessor() {
        Host host = ran(on("whole-machine", "native", "linux-2.6", "counted-loop").vcpus(1, 2));
        assertThat(host.processors().cores().get(2).idlePicos(END_PICOS)).isLessThanOrEqualTo(WARM_UP_PICOS);
    }

    @Test
    void largePagesBehindTheGuestShortenItsWalks() {
        Setup setup = on("whole-nested", "kvm-linux-3.10", "linux-3.x", "misses");
        assertThat(setup.platform().largePages()).isTrue();
        assertThat(latencyPicos(setup)).isEqualTo(10_000_000 + 100 * setup.milli("nested-large-page-tlb-miss"));
    }

    @Test
    void aProvokedEventIsPaidAsOftenAsAsked() {
        Setup setup = on("whole-nested", "kvm-linux-3.10", "linux-3.x", "provoked");
        long exit = setup.milli("exit-round-trip") + setup.milli("exit-pollution");
        assertThat(latencyPicos(setup)).isEqualTo(1_000_000 + 2 * (exit + setup.milli("handle-simply")));
    }

    /** On one vCPU each pass is a switch of tasks. */
    @Test
    void aTokenOnOneProcessorTakesSwitches() {
        Setup setup = on("whole-machine", "native", "linux-2.6", "ring");
        long pass = 10_000_000 + 4 * setup.milli("tlb-miss") + setup.milli("task-switch") + setup.milli("address-space-switch");
        assertThat(latencyPicos(setup)).isEqualTo(pass);
        assertThat(latencyPicos(on("whole-machine", "native", "linux-2.6", "ring-trip"))).isEqualTo(2 * pass);
    }

    /** With a vCPU for each task there is none; but the other processor is idle and must be interrupted and wake. */
    @Test
    void aTokenBetweenProcessorsWakesTheOther() {
        Setup setup = on("whole-machine", "native", "linux-2.6", "ring").vcpus(2, 0, 1);
        long wake = setup.milli("ipi") + setup.machine().cpu().idleExit().value();
        assertThat(latencyPicos(setup)).isEqualTo(10_000_000 + 4 * setup.milli("tlb-miss") + wake);
    }

    /** A guest's own interrupt leaves it three times, the halted vCPU's thread has to be woken, and its tick set again. */
    @Test
    void betweenVcpusTheInterruptLeavesTheGuest() {
        Setup setup = on("whole-nested", "kvm-linux-3.10", "linux-3.x", "ring").vcpus(2, 0, 1);
        long exit = setup.milli("exit-round-trip") + setup.milli("exit-pollution");
        long interrupt = 3 * exit + setup.milli("handle-port-access") + setup.milli("handle-ipi") + setup.milli("handle-end-of-interrupt");
        long dispatched = setup.milli("wake-halted") + setup.milli("task-switch") + setup.milli("vcpu-load");
        long wake = setup.milli("ipi") + setup.machine().cpu().idleExit().value() + dispatched;
        long tick = exit + setup.milli("handle-port-access") + setup.milli("set-timer");
        assertThat(latencyPicos(setup))
                .isEqualTo(10_000_000 + 4 * setup.milli("nested-large-page-tlb-miss") + interrupt + wake + tick);
    }

    /** A system with a tick that goes on sets no timer when it idles. */
    @Test
    void onlyATicklessGuestSetsItsTickAgain() {
        long tickless = latencyPicos(on("whole-nested", "kvm-linux-3.10", "linux-3.x", "ring").vcpus(2, 0, 1));
        Setup ticking = on("whole-nested", "kvm-linux-3.10", "linux-2.6", "ring").vcpus(2, 0, 1);
        long exit = ticking.milli("exit-round-trip") + ticking.milli("exit-pollution");
        long tick = exit + ticking.milli("handle-port-access") + ticking.milli("set-timer");
        assertThat(tickless - latencyPicos(ticking)).isEqualTo(tick);
    }

    /** The walks that follow a switch are part of it, and longer where they lead through two tables. */
    @Test
    void aSwitchUnderNestedPagingWalksInTwoDimensions() {
        Setup setup = on("whole-nested", "kvm-linux-3.10", "linux-3.x", "ring");
        assertThat(latencyPicos(setup)).isEqualTo(10_000_000
                + 4 * setup.milli("nested-large-page-tlb-miss")
                + setup.milli("task-switch")
                + setup.milli("address-space-switch")
                + setup.milli("nested-large-page-switch-refill"));
    }

    @Test
    void pinnedVcpusStayWhereTheyAre() {
        Host host = ran(on("whole-machine", "native", "linux-2.6", "spinners").vcpus(2, 1, 3));
        assertThat(host.processors().contexts()).extracting(vcpu -> vcpu.core().index()).containsExactly(1, 3);
        for (Core core : host.processors().cores()) {
            boolean used = core.index() == 1 || core.index() == 3;
            assertThat(core.idlePicos(END_PICOS) == END_PICOS).as("core %d idle", core.index()).isEqualTo(!used);
        }
    }
}
