package dev.trapline.work;

import static dev.trapline.work.Bench.MICRO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.hardware.Clock;
import org.junit.jupiter.api.Test;

/** How cycles become time, and how a hosted vCPU crosses between the worlds: 3 us to the host, 4 us back. */
class MeterTest {
    private final Bench bench = new Bench(1, 2, 2);
    /** Both directions are one entry of the ledgers, as in a platform file. */
    private final int worldSwitch = bench.slots.service(Place.HYPERVISOR, "world-switch");
    private final Meter meter = bench.processors.newMeter(0, bench.price(worldSwitch, 3), bench.price(worldSwitch, 4));
    private final Context vcpu = bench.processors.newContext(
            "vcpu", ContextSettings.with(meter, bench.slots, Place.GUEST_KERNEL));

    @Test
    void itCrossesWhereTheWorldChanges() {
        bench.raiseAt(0, task("task").piece(bench.kernel, 5, bench.monitor, 1, bench.host, 2, bench.kernel, 1));
        bench.runUntil(100);
        // 2 to leave idleness, 6 in the monitor's world, 3 across, 2 in the host's, 4 back, 1.
        assertThat(bench.ended).containsExactly("task 18");
        assertThat(meter.crossings()).isEqualTo(2);
        assertThat(bench.spent(worldSwitch)).isEqualTo(7);
        assertThat(bench.processors.ledger().count(0, worldSwitch)).isEqualTo(2);
    }

    @Test
    void aNewPieceBeginsInTheWorldWhereTheLastOneEnded() {
        bench.raiseAt(0, task("task").piece(bench.host, 2).piece(bench.host, 3).piece(bench.monitor, 1));
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("task 7", "task 10", "task 15");
    }

    @Test
    void aCrossingThatCostsNothingIsACrossing() {
        Meter free = bench.processors.newMeter(0, bench.price(worldSwitch, 0), bench.price(worldSwitch, 0));
        Context other = bench.processors.newContext("other", ContextSettings.with(free, bench.slots, Place.GUEST_KERNEL));
        bench.raiseAt(0, bench.task("task", other).metered().piece(bench.kernel, 10).piece(bench.host, 1));
        bench.at(6, other::interruptedIntoHost);
        bench.raiseAt(6, bench.script("irq", Level.INTERRUPT, bench.processors.cores().get(0).stolen()).piece(bench.machine, 2));
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("irq 8", "task 14", "task 15");
        assertThat(free.crossings()).isEqualTo(2);
    }

    @Test
    void whatAnInterruptTookToTheHostPaysTheWayBack() {
        bench.raiseAt(0, task("task").piece(bench.kernel, 10));
        interruptAt(6, 2);
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("irq 8", "task 18");
        assertThat(bench.spent(worldSwitch)).isEqualTo(4);
    }

    @Test
    void theHostProcessHasItsSayBeforeTheWayBack() {
        bench.raiseAt(0, task("task").piece(bench.kernel, 10));
        Activity visit = bench.script("visit", Level.MONITOR, vcpu.agenda()).metered().piece(bench.host, 5);
        vcpu.servedBy(new HostProcess() {
            @Override
            public void visited() {
                visit.raise();
            }

            @Override
            public boolean waits() {
                return false;
            }
        });
        interruptAt(6, 2);
        bench.runUntil(100);
        // The visit is in the host's world already.
        assertThat(bench.ended).containsExactly("irq 8", "visit 13", "task 23");
    }

    @Test
    void anInterruptInTheHostsWorldCostsNoSwitch() {
        bench.raiseAt(0, task("task").piece(bench.host, 10));
        Agenda stolen = bench.processors.cores().get(0).stolen();
        bench.raiseAt(7, bench.script("irq", Level.INTERRUPT, stolen).piece(bench.machine, 2));
        bench.at(7, () -> assertThat(vcpu.isInGuest()).isFalse());
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("irq 9", "task 17");
        assertThat(bench.spent(worldSwitch)).isEqualTo(3);
    }

    /**
     * The guest's handler takes the vCPU out of the host's world; the host's work has to cross again before it goes on.
     */
    @Test
    void workOfTheHostThatWasSuspendedByTheGuestCrossesAgain() {
        bench.raiseAt(0, task("task").piece(bench.host, 10));
        bench.raiseAt(7, bench.script("guest irq", Level.INTERRUPT, vcpu.agenda()).metered().piece(bench.kernel, 2));
        bench.runUntil(100);
        // Host from 5 to 7; 4 + 2 for the guest to 13; 3 across to 16; 8 of the host's.
        assertThat(bench.ended).containsExactly("guest irq 13", "task 24");
        assertThat(bench.spent(worldSwitch)).isEqualTo(10);
        assertThat(bench.spent(bench.host)).isEqualTo(10);
    }

    @Test
    void workOfTheGuestThatWasSuspendedByTheHostCrossesAgain() {
        bench.raiseAt(0, task("task").piece(bench.kernel, 10));
        bench.raiseAt(6, bench.script("helper", Level.MONITOR, vcpu.agenda()).metered().piece(bench.host, 2));
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("helper 11", "task 21");
    }

    /** A crossing that is interrupted half way goes on from there. */
    @Test
    void aCrossingGoesOnWhereItWasSuspended() {
        bench.raiseAt(0, task("task").piece(bench.host, 10));
        bench.raiseAt(4, bench.script("guest irq", Level.INTERRUPT, vcpu.agenda()).metered().piece(bench.kernel, 2));
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("guest irq 6", "task 17");
        assertThat(bench.spent(worldSwitch)).isEqualTo(3);
    }

    /**
     * It blocked in the host's world; waking it up and leaving the idle state of the core does not take it out of that.
     */
    @Test
    void sleepDoesNotChangeTheWorld() {
        bench.raiseAt(0, task("one").piece(bench.host, 1));
        bench.raiseAt(50, task("other").piece(bench.kernel, 1));
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("one 6", "other 57");
    }

    @Test
    void accountingInBetweenChangesNothing() {
        bench.raiseAt(0, task("task").piece(bench.kernel, 5, bench.host, 2).piece(bench.kernel, 1));
        interruptAt(3, 2);
        for (int i = 0; i < 30; i++) {
            bench.at(i, bench.processors::account);
        }
        bench.runUntil(100);
        // 1 of the kernel's by 3, back in the guest at 9, kernel to 13, host from 16 to 18, guest from 22.
        assertThat(bench.ended).containsExactly("irq 5", "task 18", "task 23");
    }

    @Test
    void withoutWorldsNothingIsCrossed() {
        Context plain = bench.context();
        bench.raiseAt(0, bench.task("task", plain).metered().piece(bench.kernel, 5, bench.host, 2, bench.kernel, 1));
        bench.runUntil(100);
        assertThat(bench.ended).containsExactly("task 10");
    }

    /** A cycle at 3 GHz is 333 1/3 ps: three of them are a nanosecond, and other costs do not take part in that. */
    @Test
    void whatIsLeftOfADivisionIsCarriedPerCost() {
        Meter meter = new Meter(new Quotients(new Clock(3_000_000_000L)), bench.slots, new CycleLedger(1), 0);
        Block block = new Block();
        for (int i = 0; i < 3; i++) {
            meter.append(block, bench.kernel, 1_000, 1);
            meter.append(block, bench.user, 2_000, 1);
        }
        assertThat(block.total()).isEqualTo(1_000 + 2_000);
        block.clear();
        meter.append(block, bench.kernel, 1_000, 1);
        assertThat(block.total()).isEqualTo(333);
    }

    @Test
    void occurrencesAreCounted() {
        Price price = Price.of(java.util.List.of(new Price.Item(bench.kernel, 6 * MICRO, 3)))
                .and(bench.price(bench.user, 1));
        Block block = new Block();
        price.appendTo(bench.processors.newMeter(0), block);
        assertThat(block.total()).isEqualTo(7 * MICRO);
        assertThat(bench.processors.ledger().count(0, bench.kernel)).isEqualTo(3);
        assertThat(bench.processors.ledger().count(0, bench.user)).isEqualTo(1);
    }

    private Bench.Script task(String name) {
        return bench.task(name, vcpu).metered();
    }

    /** An interrupt of the machine that finds the vCPU in the monitor's world and ends in the host's. */
    private void interruptAt(long micros, int length) {
        Agenda stolen = bench.processors.cores().get(0).stolen();
        Activity handler = bench.script("irq", Level.INTERRUPT, stolen).piece(bench.machine, length);
        bench.at(micros, () -> {
            assertThat(vcpu.isInGuest()).isTrue();
            handler.raise();
            vcpu.interruptedIntoHost();
        });
    }
}
