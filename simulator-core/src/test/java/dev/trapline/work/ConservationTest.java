package dev.trapline.work;

import static dev.trapline.work.Bench.MICRO;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each check holds on a sound machine and fires when what it watches is broken. */
class ConservationTest {
    private final Bench bench = new Bench(2);
    private Context context;

    @BeforeEach
    void runToTheMiddle() {
        context = bench.processors.newContext("vcpu", bench.settings());
        bench.raiseAt(1, bench.task("task", context).piece(bench.user, 10));
        bench.simulation.runUntil(5 * MICRO);
        assertThatCode(bench.processors::checkConservation).doesNotThrowAnyException();
    }

    @Test
    void aPicosecondTooMuchInTheLedger() {
        bench.processors.ledger().row(0).addPicos(bench.user, 1);
        assertThatThrownBy(bench.processors::checkConservation)
                .hasMessage("cores were busy for 4 us, the ledger of cycles holds 4.000001 us");
    }

    @Test
    void aPicosecondThatABlockLost() {
        Core core = bench.processors.cores().get(0);
        bench.at(8, () -> {
            core.account();
            // The block at hand is told that it is a picosecond further, and nobody is told of that.
            core.active().work().advance(1, (slot, picos, occurrences) -> {});
        });
        bench.simulation.runUntil(20 * MICRO);
        assertThatThrownBy(bench.processors::checkConservation)
                .hasMessage("cores were busy for 10 us, the ledger of cycles holds 9.999999 us");
    }

    @Test
    void aContextWhoseStateNobodyKnowsOf() {
        context.enter(Context.State.READY, 5 * MICRO);
        assertThatThrownBy(bench.processors::checkConservation).hasMessage("'vcpu' is READY and on a core");
    }

    @Test
    void aContextThatRunsNowhere() {
        Context other = bench.processors.newContext("other", bench.settings());
        other.enter(Context.State.RUNNING, 5 * MICRO);
        assertThatThrownBy(bench.processors::checkConservation).hasMessage("'other' is RUNNING and not on a core");
    }

    @Test
    void statesThatDoNotAddUp() {
        assertThatThrownBy(() -> Conservation.checkStates("vcpu", 7 * MICRO, 8 * MICRO))
                .hasMessage("the states of 'vcpu' add up to 7 us of 8 us");
    }

    @Test
    void aWaiterThatNobodyCounted() {
        Context ready = bench.processors.newContext("ready", bench.settings());
        ready.enter(Context.State.READY, 5 * MICRO);
        bench.processors.waitingForCore().add(1, 1, 5 * MICRO);
        assertThatThrownBy(bench.processors::checkConservation)
                .hasMessage("0 requests of class 1 wait for a core, 1 are counted");
    }

    @Test
    void aWaiterThatLeftTwice() {
        context.addWaiter(0, -1, 5 * MICRO);
        assertThatThrownBy(bench.processors::checkConservation).hasMessage("-1 requests wait in 'vcpu'");
    }
}
