package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.work.Context;
import dev.trapline.work.Topology;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which idle core a waking context is given, where two threads make a core: those of two cores are 0, 1 and 2, 3. */
class IdleCoreTest {
    private TestMachine machine;

    private void threads(String scheduler, int contexts) {
        machine = TestMachine.of(scheduler, 4, contexts);
        machine.processors.arrangedAs(new Topology(2, 4, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hyper-v", "esx-proportional-share", "round-robin"})
    void aWholeCoreGoesBeforeAThreadBesideABusyOne(String scheduler) {
        threads(scheduler, 3);
        Context first = machine.hog("first");
        Context second = machine.hog("second");
        Context third = machine.hog("third");
        machine.startAndRunUntil(MILLI);
        assertThat(first.core().index()).isEqualTo(0);
        assertThat(second.core().index()).isEqualTo(2);
        assertThat(third.core().index()).isEqualTo(1);
    }

    /** It ran on thread 1 while there was no whole core; it does not stay there when there is one. */
    @ParameterizedTest
    @ValueSource(strings = {"hyper-v", "esx-proportional-share", "round-robin"})
    void soItDoesBeforeTheThreadUsedLast(String scheduler) {
        threads(scheduler, 3);
        machine.hog("hog");
        machine.periodic("burst", 0, 1000 * SECOND, 5 * MILLI);
        Context mover = machine.periodic("mover", MILLI, 20 * MILLI, MILLI).context;
        machine.startAndRunUntil(3 * MILLI);
        assertThat(mover.core().index()).as("beside the hog").isEqualTo(1);
        machine.runUntil(25 * MILLI);
        assertThat(mover.core().index()).as("the burst's core is whole again").isEqualTo(2);
    }
}
