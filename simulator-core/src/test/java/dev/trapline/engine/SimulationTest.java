package dev.trapline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract in the first comment of {@link Simulation}, sentence by sentence. */
class SimulationTest {

    private final Simulation simulation = new Simulation();
    private final List<String> log = new ArrayList<>();

    @Test
    void startsAtZeroWithNothingDone() {
        assertThat(simulation.now()).isZero();
        assertThat(simulation.executed()).isZero();
    }

    @Test
    void runsInOrderOfInstantsWhateverTheOrderOfArming() {
        logging("late", Phase.COMPLETE).armAt(30);
        logging("early", Phase.OBSERVE).armAt(10);
        logging("middle", Phase.DECIDE).armAt(20);

        simulation.runUntil(100);

        assertThat(log).containsExactly("early@10", "middle@20", "late@30");
    }

    @Test
    void runsPhasesInTheirOrderAtOneInstant() {
        logging("observe", Phase.OBSERVE).armAt(10);
        logging("decide", Phase.DECIDE).armAt(10);
        logging("arrive", Phase.ARRIVE).armAt(10);
        logging("complete", Phase.COMPLETE).armAt(10);

        simulation.runUntil(10);

        assertThat(log).containsExactly("complete@10", "arrive@10", "decide@10", "observe@10");
    }

    @Test
    void runsInOrderOfArmingWithinOnePhase() {
        Timer createdFirst = logging("created first", Phase.ARRIVE);
        Timer createdLast = logging("created last", Phase.ARRIVE);
        createdLast.armAt(10);
        createdFirst.armAt(10);

        simulation.runUntil(10);

        assertThat(log).containsExactly("created last@10", "created first@10");
    }

    @Test
    void runsWhatAnActionArmsForThePresentInstantAfterThatAction() {
        Timer completion = logging("completion", Phase.COMPLETE);
        Timer decision = logging("decision", Phase.DECIDE);
        simulation.newTimer("observer", Phase.OBSERVE, () -> {
            log.add("observer");
            decision.armAfter(0);
            completion.armAfter(0);
        }).armAt(10);

        simulation.runUntil(10);

        assertThat(log).containsExactly("observer", "completion@10", "decision@10");
    }

    @Test
    void runUntilIncludesItsInstantAndNothingLater() {
        logging("at", Phase.OBSERVE).armAt(10);
        Timer after = logging("after", Phase.COMPLETE);
        after.armAt(11);

        simulation.runUntil(10);

        assertThat(log).containsExactly("at@10");
        assertThat(after.isArmed()).isTrue();
        assertThat(simulation.executed()).isEqualTo(1);
    }

    @Test
    void runUntilLeavesTheClockAtItsInstantEvenIfNothingHappensThere() {
        logging("early", Phase.COMPLETE).armAt(3);

        simulation.runUntil(10);

        assertThat(simulation.now()).isEqualTo(10);
    }

    @Test
    void runUntilThePresentInstantRunsWhatWasArmedForItSince() {
        simulation.runUntil(10);
        logging("now", Phase.ARRIVE).armAt(10);

        simulation.runUntil(10);

        assertThat(log).containsExactly("now@10");
    }

    @Test
    void runsToTheEndOfTime() {
        logging("last", Phase.OBSERVE).armAt(Long.MAX_VALUE);

        simulation.runUntil(Long.MAX_VALUE);

        assertThat(log).containsExactly("last@" + Long.MAX_VALUE);
    }

    @Test
    void stopReturnsAfterTheCurrentEventAndLeavesTheClockThere() {
        simulation.newTimer("stopper", Phase.COMPLETE, () -> {
            simulation.stop();
            log.add("stopper");
        }).armAt(5);
        logging("same instant", Phase.COMPLETE).armAt(5);

        simulation.runUntil(10);

        assertThat(log).containsExactly("stopper");
        assertThat(simulation.now()).isEqualTo(5);
    }

    @Test
    void aStoppedRunCanGoOn() {
        simulation.newTimer("stopper", Phase.COMPLETE, simulation::stop).armAt(5);
        logging("same instant", Phase.COMPLETE).armAt(5);
        simulation.runUntil(10);

        simulation.runUntil(10);

        assertThat(log).containsExactly("same instant@5");
        assertThat(simulation.now()).isEqualTo(10);
    }

    @Test
    void stopOutsideOfARunDoesNothing() {
        logging("event", Phase.COMPLETE).armAt(5);
        simulation.stop();

        simulation.runUntil(10);

        assertThat(log).containsExactly("event@5");
    }

    @Test
    void refusesToRunBackwards() {
        simulation.runUntil(2 * Time.PICOS_PER_MILLI);

        assertThatThrownBy(() -> simulation.runUntil(Time.PICOS_PER_MILLI))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Refusing to run backwards to 1 ms: the clock stands at 2 ms.");
    }

    @Test
    void refusesToRunFromWithinAnAction() {
        simulation.newTimer("nested", Phase.DECIDE, () -> {
            Throwable refusal = catchThrowable(() -> simulation.runUntil(10));
            log.add(refusal.getMessage());
        }).armAt(5);

        simulation.runUntil(10);

        assertThat(log).containsExactly("Refusing to run until 10 ps: the action of Timer 'nested' at 5 ps has not"
                + " returned. Runs do not nest, and none goes on after a failure.");
    }

    @Test
    void anExceptionInAnActionReachesTheCallerWithTimerAndInstant() {
        RuntimeException cause = new IllegalArgumentException("no such sector");
        failing("disk/seek", cause).armAt(1_500);

        assertThatThrownBy(() -> simulation.runUntil(2_000))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Timer 'disk/seek' failed at 1.5 ns: " + cause)
                .hasCause(cause);
    }

    @Test
    void anErrorInAnActionPassesAsItIs() {
        AssertionError error = new AssertionError("lost a request");
        simulation.newTimer("checker", Phase.OBSERVE, () -> {
            throw error;
        }).armAt(5);

        assertThatThrownBy(() -> simulation.runUntil(10)).isSameAs(error);
    }

    @Test
    void refusesToGoOnAfterAFailure() {
        failing("disk/seek", new IllegalArgumentException("no such sector")).armAt(5);
        logging("later", Phase.COMPLETE).armAt(6);
        catchThrowable(() -> simulation.runUntil(10));

        assertThatThrownBy(() -> simulation.runUntil(10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("disk/seek");
        assertThat(log).isEmpty();
    }

    private Timer logging(String name, Phase phase) {
        return simulation.newTimer(name, phase, () -> log.add(name + "@" + simulation.now()));
    }

    private Timer failing(String name, RuntimeException cause) {
        return simulation.newTimer(name, Phase.COMPLETE, () -> {
            throw cause;
        });
    }
}
