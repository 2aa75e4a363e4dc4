package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.work.Context;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who yields under a scheduler of proportional share is passed over once, though it is the least far; quanta of 10 ms. */
class YieldTest {
    private TestMachine machine;

    private void begin(String scheduler, int contexts) {
        machine = TestMachine.of(scheduler, 1, contexts, Map.of("quantum", 10 * MILLI));
    }

    /** The other has the core from 1 to 2 and yields as well. */
    @ParameterizedTest
    @ValueSource(strings = {"hyper-v", "hyper-v-core", "esx-proportional-share"})
    void theOtherHasItsTurn(String scheduler) {
        begin(scheduler, 2);
        Context yields = machine.hog("yields");
        Context other = machine.hog("other");
        machine.yieldAt(MILLI, yields);
        machine.yieldAt(2 * MILLI, other);
        machine.startAndRunUntil(2 * MILLI);
        assertThat(machine.got(yields)).isEqualTo(MILLI);
        machine.runUntil(12 * MILLI);
        assertThat(machine.got(yields)).as("the other yields as well, at 2 ms").isEqualTo(11 * MILLI);
        assertThat(machine.got(other)).isEqualTo(MILLI);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hyper-v", "hyper-v-core", "esx-proportional-share"})
    void whoIsAloneGoesOn(String scheduler) {
        begin(scheduler, 1);
        Context yields = machine.hog("yields");
        machine.yieldAt(MILLI, yields);
        machine.startAndRunUntil(20 * MILLI);
        assertThat(machine.got(yields)).isEqualTo(20 * MILLI);
    }

    /** 0-1, then the other until 11, then it until 21. */
    @ParameterizedTest
    @ValueSource(strings = {"hyper-v", "hyper-v-core", "esx-proportional-share"})
    void itLastsForOneDecision(String scheduler) {
        begin(scheduler, 2);
        Context yields = machine.hog("yields");
        Context other = machine.hog("other");
        machine.yieldAt(MILLI, yields);
        machine.startAndRunUntil(22 * MILLI);
        assertThat(machine.got(yields)).isEqualTo(11 * MILLI);
        assertThat(machine.got(other)).isEqualTo(11 * MILLI);
    }
}
