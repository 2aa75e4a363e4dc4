package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import dev.trapline.platform.Host;
import dev.trapline.result.Results;
import dev.trapline.spec.Charge;
import dev.trapline.work.CycleLedger;
import dev.trapline.work.Slots;
import dev.trapline.workload.GroupMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mechanism costs what its file says, where the ledgers say, and nothing else. Removing its cost is how one sees that:
 * alone, a request becomes shorter by exactly that; under load, whatever becomes of queues and batches, an occurrence of
 * another mechanism takes as long as before. All in picoseconds, at a clock of 1 GHz, where nothing is rounded.
 */
class MechanismRemovalTest {
    /** The first request meets contexts that have never run. */
    private static final long FIRST_REQUEST_DONE_PICOS = 35 * Time.PICOS_PER_MILLI;

    /** A mechanism, the costs it consists of, how many units of them an occurrence takes, and how often a request meets it. */
    record Case(String platform, String os, String workload, String place, String mechanism, List<String> costs, int units, int times) {
        Setup setup() {
            return Setup.of("whole-machine", platform, os, workload).withoutTicks();
        }

        @Override
        public String toString() {
            return platform + ", " + workload + ": " + times + " x " + mechanism + " (" + String.join(", ", costs) + ")";
        }
    }

    static Stream<Case> mechanisms() {
        return Stream.of(
                of("hyper-v-2008", "windows-server-2003-sp2", "computations", "hypervisor", "exit", 20, "exit-round-trip"),
                of("hyper-v-2008", "windows-server-2003-sp2", "computations", "hypervisor", "exit pollution", 20, "exit-pollution"),
                of("hyper-v-2008", "windows-server-2003-sp2", "computations", "hypervisor", "shadow paging", 20, "shadow-page-fault"),
                of("hyper-v-2008", "windows-server-2003-sp2", "calls", "hypervisor", "exit", 1, "exit-round-trip"),
                of("hyper-v-2008", "windows-server-2003-sp2", "calls", "hypervisor", "notification", 2, "vmbus-signal"),
                of("hyper-v-2008", "windows-server-2003-sp2", "calls", "driver-domain", "backend", 1, "netvsp-transmit"),
                of("hyper-v-2008", "windows-server-2003-sp2", "calls", "hypervisor", "ipi", 2, "ipi"),
                new Case("hyper-v-2008", "windows-server-2003-sp2", "calls", "guest-kernel", "copy", List.of("copy-byte"), 1_000, 2),
                of("hyper-v-2008", "windows-server-2003-sp2", "reads", "hypervisor", "virtual-interrupt", 1, "inject-interrupt"),
                of("xenserver-4.1", "windows-server-2003-sp2", "computations", "hypervisor", "exit", 20, "exit-round-trip"),
                of("xenserver-4.1", "linux-2.6", "computations", "hypervisor", "hypercall", 100, "paravirtual-system-call"),
                of("xenserver-4.1", "linux-2.6", "computations", "hypervisor", "direct paging", 20, "direct-paging-page-fault"),
                of("xenserver-4.1", "linux-2.6", "calls", "hypervisor", "notification", 2, "event-channel-send"),
                of("xenserver-4.1", "linux-2.6", "calls", "hypervisor", "grant", 1, "grant-copy"),
                of("xenserver-4.1", "linux-2.6", "calls", "hypervisor", "ipi", 2, "ipi"),
                of("xenserver-4.1", "linux-2.6", "reads", "hypervisor", "grant", 2, "grant-map"),
                of("xenserver-4.1", "linux-2.6", "reads", "hypervisor", "notification", 2, "event-channel-send"),
                of("esx-3.5", "windows-server-2003-sp2", "computations", "hypervisor", "binary translation", 100, "translated-system-call"),
                of("esx-3.5", "windows-server-2003-sp2", "computations", "hypervisor", "shadow paging", 20, "shadow-page-fault"),
                of("esx-3.5", "windows-server-2003-sp2", "reads", "hypervisor", "emulation", 3, "emulated-register"),
                of("esx-3.5", "windows-server-2003-sp2", "calls", "hypervisor", "bridge", 2, "vmkernel-virtual-switch"),
                of("virtual-server-2005-r2-sp1", "windows-server-2003-sp2", "computations", "hypervisor", "shadow paging", 20, "shadow-page-fault"),
                of("virtual-server-2005-r2-sp1", "windows-server-2003-sp2", "calls", "hypervisor", "world-switch", 10, "world-switch-to-host", "world-switch-to-guest"),
                of("virtual-server-2005-r2-sp1", "windows-server-2003-sp2", "reads", "hypervisor", "world-switch", 14, "world-switch-to-host"),
                of("virtual-server-2005-r2-sp1", "windows-server-2003-sp2", "reads", "host-process", "emulation", 13, "emulate-register"),
                of("vmware-workstation-2.0", "linux-2.2", "calls", "hypervisor", "world-switch", 4, "world-switch-to-host"),
                of("native", "windows-server-2003-sp2", "calls", "guest-kernel", "network-stack", 1, "tcp-receive"));
    }

    private static Case of(
            String platform, String os, String workload, String place, String mechanism, int times, String... costs) {
        return new Case(platform, os, workload, place, mechanism, List.of(costs), 1, times);
    }

    @ParameterizedTest
    @MethodSource("mechanisms")
    void aloneItsServiceFallsByCountTimesCostAndNothingElseChanges(Case mechanism) {
        Setup setup = mechanism.setup();
        Host with = lastNineteen(setup);
        Host without = lastNineteen(removed(setup, mechanism.costs()));
        GroupMeasure before = with.measures().get(0);
        GroupMeasure after = without.measures().get(0);
        assertThat(before.completed()).isEqualTo(19).isEqualTo(after.completed());
        long occurrences = mechanism.times() * before.completed();
        long picos = occurrences * mechanism.units() * setup.milli(mechanism.costs().get(0));
        assertThat(picos).isPositive();
        for (int slot = 0; slot < with.slots().size(); slot++) {
            Slots.Slot entry = with.slots().get(slot);
            assertThat(entry).isEqualTo(without.slots().get(slot));
            boolean own = isOf(mechanism, entry);
            assertThat(before.picos(slot) - after.picos(slot)).as("%s", entry).isEqualTo(own ? picos : 0);
            boolean vanished = before.picos(slot) > 0 && after.picos(slot) == 0;
            if (vanished) {
                assertThat(before.count(slot)).as("%s", entry).isEqualTo(occurrences);
            }
        }
        assertThat(before.latencies().sumPicos().subtract(after.latencies().sumPicos())).isEqualTo(picos);
    }

    /** What the tests above read exactly is what users read. */
    @Test
    void theResultsSayCountAndTime() {
        Setup setup = Setup.of("whole-machine", "hyper-v-2008", "windows-server-2003-sp2", "calls").withoutTicks();
        Results.LedgerRow row = setup.results(FIRST_REQUEST_DONE_PICOS, 2 * Time.PICOS_PER_SECOND).ledgers().stream()
                .filter(each -> each.ledger().equals("latency") && each.mechanism().equals("notification"))
                .findFirst()
                .orElseThrow();
        assertThat(row.kind()).isEqualTo("service");
        assertThat(row.count()).isEqualTo(2);
        assertThat(row.value()).isEqualTo(2 * setup.milli("vmbus-signal") / 1e9);
    }

    static Stream<Arguments> loads() {
        return Stream.of(
                Arguments.of("hyper-v-2008", "windows-server-2003-sp2", "exit-round-trip"),
                Arguments.of("hyper-v-2008", "windows-server-2003-sp2", "vmbus-signal"),
                Arguments.of("xenserver-4.1", "linux-2.6", "event-channel-send"),
                Arguments.of("xenserver-4.1", "linux-2.6", "grant-map"),
                Arguments.of("xenserver-4.1", "windows-server-2003-sp2", "handle-end-of-interrupt"),
                Arguments.of("esx-3.5", "windows-server-2003-sp2", "emulated-register"),
                Arguments.of("virtual-server-2005-r2-sp1", "windows-server-2003-sp2", "world-switch-to-host"),
                Arguments.of("virtual-server-2005-r2-sp1", "windows-server-2003-sp2", "emulate-register"));
    }

    @ParameterizedTest
    @MethodSource("loads")
    void underLoadAnOccurrenceOfAnyOtherTakesAsLong(String platform, String os, String cost) {
        Setup setup = eachCostByItself(Setup.of("whole-machine", platform, os, "busy-requests").count(3));
        Host with = Setup.rested(setup.assemble());
        Host without = Setup.rested(setup.cost(cost, 0).assemble());
        CycleLedger before = with.processors().ledger();
        CycleLedger after = without.processors().ledger();
        Set<String> free = new TreeSet<>();
        int compared = 0;
        int changedCounts = 0;
        for (int owner = 0; owner < before.owners(); owner++) {
            for (int slot = 0; slot < with.slots().size(); slot++) {
                String entry = with.owners().name(owner) + " " + with.slots().get(slot);
                if (after.picos(owner, slot) == 0 && before.picos(owner, slot) > 0) {
                    free.add(with.slots().get(slot).mechanism());
                } else if (before.count(owner, slot) > 0 && after.count(owner, slot) > 0 && !isRemoved(with.slots().get(slot), cost)) {
                    assertThat(Math.multiplyExact(after.picos(owner, slot), before.count(owner, slot)))
                            .as(entry)
                            .isEqualTo(Math.multiplyExact(before.picos(owner, slot), after.count(owner, slot)));
                    compared++;
                    changedCounts += after.count(owner, slot) == before.count(owner, slot) ? 0 : 1;
                }
            }
        }
        assertThat(free).as("entries that are free now").contains(cost);
        assertThat(compared).as("entries").isGreaterThan(20);
        assertThat(changedCounts).as("entries whose count the load changed: the test would be idle without").isPositive();
    }

    /** Techniques and world switches keep entries of their own, named like the first words of the cost. */
    private static boolean isRemoved(Slots.Slot slot, String cost) {
        return slot.mechanism().equals(cost) || cost.startsWith(slot.mechanism());
    }

    private static Host lastNineteen(Setup setup) {
        Host host = setup.assemble();
        host.simulation().runUntil(FIRST_REQUEST_DONE_PICOS);
        assertThat(host.measures().get(0).completed()).isEqualTo(1);
        host.measures().get(0).reset(host.simulation().now());
        while (!host.site().isFinished()) {
            host.simulation().runUntil(host.simulation().now() + Time.PICOS_PER_MILLI);
        }
        host.site().checkConservation();
        return host;
    }

    private static Setup removed(Setup setup, List<String> costs) {
        Setup removed = setup;
        for (String cost : costs) {
            removed = removed.cost(cost, 0);
        }
        return removed;
    }

    private static boolean isOf(Case mechanism, Slots.Slot slot) {
        return slot.place().word().equals(mechanism.place()) && slot.mechanism().equals(mechanism.mechanism()) && !slot.waiting();
    }

    /** The ledgers put several costs under one mechanism; here each cost has an entry of its own. */
    private static Setup eachCostByItself(Setup setup) {
        return setup.events((event, charges) -> apart(charges)).stages(MechanismRemovalTest::apart);
    }

    private static List<Charge> apart(List<Charge> charges) {
        List<Charge> apart = new ArrayList<>();
        charges.forEach(charge -> apart.add(new Charge(charge.place(), charge.cost(), charge.cost(), charge.times())));
        return apart;
    }

    private static Values apart(Values stage) {
        return stage.has("cost") ? stage.with("mechanism", stage.text("cost")) : stage;
    }
}
