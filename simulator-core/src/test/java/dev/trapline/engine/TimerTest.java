package dev.trapline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimerTest {

    private final Simulation simulation = new Simulation();
    private final List<String> log = new ArrayList<>();
    private final Timer first = logging("first");
    private final Timer second = logging("second");

    @Test
    void isArmedFromArmingUntilItsActionStarts() {
        List<Boolean> armedInAction = new ArrayList<>();
        Timer[] self = new Timer[1];
        self[0] = simulation.newTimer("self", Phase.COMPLETE, () -> armedInAction.add(self[0].isArmed()));

        assertThat(self[0].isArmed()).isFalse();
        self[0].armAt(10);
        assertThat(self[0].isArmed()).isTrue();
        simulation.runUntil(10);

        assertThat(armedInAction).containsExactly(false);
        assertThat(self[0].isArmed()).isFalse();
    }

    @Test
    void knowsItsNameAndItsInstant() {
        simulation.runUntil(5);
        first.armAfter(10);
        second.armAt(12);

        assertThat(first.name()).isEqualTo("first");
        assertThat(first.instant()).isEqualTo(15);
        assertThat(second.instant()).isEqualTo(12);
    }

    @Test
    void canArmItselfInItsAction() {
        Timer[] self = new Timer[1];
        self[0] = simulation.newTimer("tick", Phase.ARRIVE, () -> {
            log.add("tick@" + simulation.now());
            self[0].armAfter(10);
        });
        self[0].armAt(0);

        simulation.runUntil(25);

        assertThat(log).containsExactly("tick@0", "tick@10", "tick@20");
        assertThat(self[0].instant()).isEqualTo(30);
    }

    @Test
    void doesNotRunOnceCancelled() {
        first.armAt(10);
        second.armAt(10);
        first.cancel();

        simulation.runUntil(20);

        assertThat(first.isArmed()).isFalse();
        assertThat(log).containsExactly("second@10");
    }

    @Test
    void cancelDoesNothingIfNotArmed() {
        first.cancel();
        second.armAt(10);
        simulation.runUntil(10);
        second.cancel();

        assertThat(log).containsExactly("second@10");
        assertThat(first.isArmed()).isFalse();
        assertThat(second.isArmed()).isFalse();
    }

    @Test
    void anActionCanCancelAnotherDueAtTheSameInstant() {
        simulation.newTimer("canceller", Phase.COMPLETE, first::cancel).armAt(10);
        first.armAt(10);
        second.armAt(10);

        simulation.runUntil(10);

        assertThat(log).containsExactly("second@10");
    }

    @Test
    void goesBehindTheOthersWhenCancelledAndArmedAnew() {
        first.armAt(10);
        second.armAt(10);
        first.cancel();
        first.armAt(10);

        simulation.runUntil(10);

        assertThat(log).containsExactly("second@10", "first@10");
    }

    @Test
    void canBeMovedForwardsAndBackwards() {
        first.armAt(10);
        second.armAt(20);
        first.cancel();
        first.armAt(30);
        second.cancel();
        second.armAt(5);

        simulation.runUntil(100);

        assertThat(log).containsExactly("second@5", "first@30");
    }

    @Test
    void refusesAnInstantThatHasPassed() {
        simulation.runUntil(2_000);

        assertThatThrownBy(() -> first.armAt(1_500))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Timer 'first' cannot be armed for 1.5 ns: that has passed (clock 2 ns)");
        assertThat(first.isArmed()).isFalse();
    }

    @Test
    void refusesANegativeDelay() {
        simulation.runUntil(2_000);

        assertThatThrownBy(() -> first.armAfter(-1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Timer 'first' cannot be armed for 1.999 ns: that has passed (clock 2 ns)");
        assertThatThrownBy(() -> first.armAfter(Long.MIN_VALUE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Timer 'first'");
        assertThat(first.isArmed()).isFalse();
    }

    @Test
    void refusesToBeDueAfterTheEndOfTime() {
        simulation.runUntil(2_000);

        assertThatThrownBy(() -> first.armAfter(Long.MAX_VALUE - 1_999))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Timer 'first' cannot be armed to be due in 9223372.036854773808 s:"
                        + " simulated time ends at 9223372.036854775807 s (clock 2 ns)");
        assertThat(first.isArmed()).isFalse();
    }

    @Test
    void canBeDueAtTheEndOfTime() {
        simulation.runUntil(2_000);
        first.armAfter(Long.MAX_VALUE - 2_000);

        assertThat(first.instant()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void refusesToBeArmedTwiceAndKeepsItsInstant() {
        simulation.runUntil(2_000);
        first.armAt(3_000);

        assertThatThrownBy(() -> first.armAt(4_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Timer 'first' cannot be armed for 4 ns: it is armed for 3 ns (clock 2 ns)");
        assertThat(first.instant()).isEqualTo(3_000);
    }

    @Test
    void refusesToTellAnInstantThatItHasNot() {
        assertThatThrownBy(first::instant)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Timer 'first' has no instant: it is not armed (clock 0 s)");
    }

    private Timer logging(String name) {
        return simulation.newTimer(name, Phase.ARRIVE, () -> log.add(name + "@" + simulation.now()));
    }
}
