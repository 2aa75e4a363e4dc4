package dev.trapline.work;

import static dev.trapline.work.Bench.MICRO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A context that waits for its memory has work and no core; all times in microseconds. */
class StallTest {
    private final Bench bench = new Bench(1);
    private final int swapIn = bench.slots.waiting(Place.HYPERVISOR, "swap-in");

    /** It works 4 of 10, is kept for 20, and works the rest: nothing of it is lost, and it is blocked for the 20. */
    @Test
    void itGivesUpItsCoreWithWorkInHand() {
        Context vcpu = bench.context();
        bench.raiseAt(0, bench.task("task", vcpu).piece(bench.user, 10));
        bench.at(4, vcpu::stall);
        bench.at(24, () -> vcpu.goOn(swapIn));
        bench.runUntil(14);
        assertThat(vcpu.state()).isEqualTo(Context.State.BLOCKED);
        bench.runUntil(40);
        assertThat(bench.ended).containsExactly("task 30");
        assertThat(vcpu.picos(Context.State.BLOCKED, 40 * MICRO)).isEqualTo(30 * MICRO);
    }

    @Test
    void othersHaveItsCoreMeanwhile() {
        Context vcpu = bench.context();
        bench.raiseAt(0, bench.task("task", vcpu).piece(bench.user, 10));
        bench.raiseAt(1, bench.task("other", bench.context()).piece(bench.user, 5));
        bench.at(4, vcpu::stall);
        bench.at(6, () -> vcpu.goOn(swapIn));
        bench.runUntil(40);
        assertThat(bench.ended).containsExactly("other 9", "task 15");
    }

    /** An interrupt for it waits as everything else does. */
    @Test
    void nothingWakesItBefore() {
        Context vcpu = bench.context();
        bench.raiseAt(0, bench.task("task", vcpu).piece(bench.user, 10));
        bench.at(4, vcpu::stall);
        bench.raiseAt(8, bench.script("tick", Level.INTERRUPT, vcpu.agenda()).piece(bench.kernel, 1));
        bench.at(24, () -> vcpu.goOn(swapIn));
        bench.runUntil(40);
        assertThat(bench.ended).containsExactly("tick 25", "task 31");
    }

    /** A request that waits in it for 16 of the 20 is told what it waited for. */
    @Test
    void whatWaitsInItWaitsForTheStall() {
        Context vcpu = bench.context();
        Trail trail = new Trail(0);
        bench.raiseAt(0, bench.task("task", vcpu).piece(bench.user, 10));
        bench.at(4, vcpu::stall);
        Bench.Script other = bench.task("other", vcpu).piece(trail, bench.user, 1);
        bench.at(8, () -> {
            trail.begin(8 * MICRO);
            trail.waitIn(vcpu, 8 * MICRO);
            other.raise();
        });
        bench.at(24, () -> vcpu.goOn(swapIn));
        bench.runUntil(40);
        assertThat(bench.processors.occupancy().inQueue(0, swapIn)).isEqualTo(16 * MICRO);
        assertThat(bench.processors.occupancy().inQueue(0, bench.user)).isEqualTo(6 * MICRO);
    }

    @Test
    void itCanBeStalledBeforeItRuns() {
        Context vcpu = bench.context();
        vcpu.stall();
        bench.raiseAt(1, bench.task("task", vcpu).piece(bench.user, 2));
        bench.at(5, () -> vcpu.goOn(swapIn));
        bench.runUntil(20);
        assertThat(bench.ended).containsExactly("task 7");
    }

    @Test
    void stallsDoNotNest() {
        Context vcpu = bench.context();
        assertThatThrownBy(() -> vcpu.goOn(swapIn)).hasMessageContaining("'vcpu 0' is not stalled");
        vcpu.stall();
        assertThatThrownBy(vcpu::stall).hasMessageContaining("'vcpu 0' is stalled already");
    }
}
