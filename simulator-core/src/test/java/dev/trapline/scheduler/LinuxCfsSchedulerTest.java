package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.spec.Share;
import dev.trapline.work.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Computed by hand: on one core a latency of 6 ms, a granularity of 0.75 ms, a wake-up granularity of 1 ms. */
class LinuxCfsSchedulerTest {
    private static final Map<String, Object> EXACT = Map.of("tick", 0L);

    /** The p-th of n hogs waits for the p - 1 before it, and for n - 1 between its turns of 6 / n or 0.75 ms. */
    @ParameterizedTest
    @CsvSource({"2, 3000", "4, 1500", "8, 750", "12, 750"})
    void hogsGoRoundInTheLatencyOrInSoManyGranularities(int hogs, long turnMicros) {
        TestMachine machine = TestMachine.of("linux-cfs", 1, hogs, EXACT);
        List<Context> contexts = hogs(machine, hogs);
        long turn = turnMicros * MILLI / 1000;
        machine.start();
        for (int round = 0; round < 3; round++) {
            for (int p = 0; p < hogs; p++) {
                machine.runUntil((round * hogs + p + 1) * turn);
                assertThat(machine.got(contexts.get(p))).isEqualTo((round + 1) * turn);
                assertThat(contexts.get(p).readyPicos(machine.simulation.now()))
                        .isEqualTo((p + (long) round * (hogs - 1)) * turn);
            }
        }
    }

    /** Turns of 1.5 ms last until the tick after, at 2 ms; one of exactly 2 ms is over at the third. */
    @ParameterizedTest
    @CsvSource({"4, 2", "3, 3", "12, 1"})
    void aTurnEndsAtTheTickAfter(int hogs, long turnMillis) {
        TestMachine machine = TestMachine.of("linux-cfs", 1, hogs);
        List<Context> contexts = hogs(machine, hogs);
        machine.startAndRunUntil(turnMillis * MILLI);
        assertThat(machine.got(contexts.get(0))).isEqualTo(turnMillis * MILLI);
        machine.runUntil(hogs * turnMillis * MILLI);
        assertThat(contexts).allSatisfy(context -> assertThat(machine.got(context)).isEqualTo(turnMillis * MILLI));
    }

    /** The factor is 1, 2, 3, 4 on 1, 2, 4, 8 cores and stays 4 on 16. */
    @ParameterizedTest
    @CsvSource({"1, 3", "2, 6", "4, 9", "8, 12", "16, 12"})
    void timesGrowWithTheLogarithmOfTheCores(int cores, long turnMillis) {
        TestMachine machine = TestMachine.of("linux-cfs", cores, 2, EXACT);
        machine.makeHog(machine.context("first", Share.NEUTRAL, 0));
        Context second = machine.makeHog(machine.context("second", Share.NEUTRAL, 0));
        machine.startAndRunUntil(turnMillis * MILLI);
        assertThat(second.readyPicos(turnMillis * MILLI)).isEqualTo(turnMillis * MILLI);
        machine.runUntil(2 * turnMillis * MILLI);
        assertThat(machine.got(second)).isEqualTo(turnMillis * MILLI);
    }

    /** Weights 3 and 1: turns of 4.5 and 1.5 ms. */
    @Test
    void aTurnIsThePartByWeightOfTheLatency() {
        TestMachine machine = TestMachine.of("linux-cfs", 1, 2, EXACT);
        Context heavy = machine.hog("heavy", TestMachine.weight(3));
        Context light = machine.hog("light", TestMachine.weight(1));
        machine.startAndRunUntil(6 * MILLI);
        assertThat(machine.got(heavy)).isEqualTo(9 * MILLI / 2);
        assertThat(machine.got(light)).isEqualTo(3 * MILLI / 2);
        machine.runUntil(12 * MILLI);
        assertThat(machine.got(heavy)).isEqualTo(9 * MILLI);
    }

    /** It wakes 3 ms behind the hog, half a latency and no more: it preempts, has 3 ms of its 50, then every other turn. */
    @Test
    void aSleeperReturnsHalfALatencyBehind() {
        TestMachine machine = TestMachine.of("linux-cfs", 1, 2, EXACT);
        Context hog = machine.hog("hog");
        Context sleeper = machine.periodic("sleeper", 100 * MILLI, SECOND, 50 * MILLI).context;
        machine.startAndRunUntil(103 * MILLI);
        assertThat(machine.got(sleeper)).isEqualTo(3 * MILLI);
        machine.runUntil(106 * MILLI);
        assertThat(machine.got(hog)).isEqualTo(103 * MILLI);
        machine.runUntil(109 * MILLI);
        assertThat(machine.got(sleeper)).isEqualTo(6 * MILLI);
    }

    /** It ran 1 ms when it sleeps; the hog, which runs from then on, must be more than 1 ms further than that. */
    @ParameterizedTest
    @CsvSource({"3000, 1000", "3100, 0"})
    void aWakingThreadPreemptsFromTheWakeUpGranularityOn(long periodMicros, long readyMicros) {
        TestMachine machine = TestMachine.of("linux-cfs", 1, 2, EXACT);
        Context sleeper = machine.periodic("sleeper", 0, periodMicros * MILLI / 1000, MILLI).context;
        machine.hog("hog");
        machine.startAndRunUntil(6 * MILLI);
        assertThat(machine.got(sleeper)).isEqualTo(2 * MILLI);
        assertThat(sleeper.readyPicos(6 * MILLI)).isEqualTo(readyMicros * MILLI / 1000);
    }

    /** At 1 the first lets its core go: the third, of the same guest, has its 2 ms before the second. */
    @Test
    void aThreadThatYieldsFavoursOneOfItsGuest() {
        TestMachine machine = TestMachine.of("linux-cfs", 1, 3, EXACT);
        Context first = machine.makeHog(machine.context("first", 1, Share.NEUTRAL, -1));
        Context second = machine.makeHog(machine.context("second", 2, Share.NEUTRAL, -1));
        Context third = machine.makeHog(machine.context("third", 1, Share.NEUTRAL, -1));
        machine.at(MILLI, first::yields);
        machine.startAndRunUntil(3 * MILLI);
        assertThat(machine.got(first)).isEqualTo(MILLI);
        assertThat(machine.got(third)).isEqualTo(2 * MILLI);
        assertThat(machine.got(second)).isZero();
    }

    /** It runs from 100 on, 3 ms behind: after 0.5 the hog is 2.5 ahead, too much to go first; after 2.5 it is 0.5. */
    @ParameterizedTest
    @CsvSource({"100500, 3000", "102500, 2500"})
    void aThreadThatYieldsLetsTheSecondGoIfThatIsNear(long yieldsAtMicros, long gotMicros) {
        TestMachine machine = TestMachine.of("linux-cfs", 1, 2, EXACT);
        machine.hog("hog");
        Context sleeper = machine.periodic("sleeper", 100 * MILLI, SECOND, 50 * MILLI).context;
        machine.at(yieldsAtMicros * MILLI / 1000, sleeper::yields);
        machine.startAndRunUntil(103 * MILLI);
        assertThat(machine.got(sleeper)).isEqualTo(gotMicros * MILLI / 1000);
    }

    /** A cap of a quarter is a quota of 25 ms in each 100 ms, had at once. */
    @Test
    void aCapIsAQuotaOfEachPeriod() {
        TestMachine machine = TestMachine.of("linux-cfs", 1, 1);
        Context capped = machine.hog("capped", TestMachine.cap(0.25));
        machine.startAndRunUntil(100 * MILLI);
        assertThat(machine.got(capped)).isEqualTo(25 * MILLI);
        assertThat(capped.readyPicos(100 * MILLI)).isEqualTo(75 * MILLI);
        machine.runUntil(110 * MILLI);
        assertThat(machine.got(capped)).isEqualTo(35 * MILLI);
    }

    /** Of three equal hogs on two cores the odd one goes round: two thirds of a core for each. */
    @Test
    void theOddHogGoesRound() {
        TestMachine machine = TestMachine.of("linux-cfs", 2, 3);
        List<Context> contexts = hogs(machine, 3);
        machine.startAndRunUntil(20 * SECOND);
        assertThat(contexts).allSatisfy(
                context -> assertThat(machine.share(context)).isCloseTo(2.0 / 3, within(0.01)));
    }

    /**
     * The hog loses its core at 10 ms to one that is pinned there. It is warm for 0.5 ms; the other core, idle, takes it
     * at the next tick.
     */
    @Test
    void anIdleCorePullsAThreadOnceItIsCold() {
        TestMachine machine = TestMachine.of("linux-cfs", 2, 2);
        Context hog = machine.hog("hog");
        machine.periodic(machine.context("pinned", Share.NEUTRAL, 0), 10 * MILLI, SECOND, 5 * MILLI);
        machine.startAndRunUntil(20 * MILLI);
        assertThat(hog.readyPicos(20 * MILLI)).isEqualTo(MILLI);
        assertThat(hog.core().index()).isEqualTo(1);
    }

    private static List<Context> hogs(TestMachine machine, int count) {
        List<Context> contexts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            contexts.add(machine.hog("hog " + i));
        }
        return contexts;
    }
}
