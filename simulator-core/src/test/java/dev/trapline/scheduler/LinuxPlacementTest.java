package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.spec.Share;
import dev.trapline.work.Context;
import dev.trapline.work.Topology;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two sockets of two cores with two threads each: 0 and 1 are siblings, 0 to 3 are a socket. */
class LinuxPlacementTest {
    private final TestMachine machine = TestMachine.of("linux-cfs", 8, 6);

    LinuxPlacementTest() {
        machine.processors.arrangedAs(new Topology(2, 4, 1, 1));
    }

    /** Four that come one after the other find four whole cores; the fifth takes a sibling. */
    @Test
    void aCoreWithAnIdleSiblingIsTakenFirst() {
        Context[] contexts = new Context[5];
        for (int i = 0; i < 5; i++) {
            contexts[i] = machine.periodic("thread " + i, i * MILLI, SECOND, 100 * MILLI).context;
        }
        machine.startAndRunUntil(5 * MILLI);
        assertThat(Stream.of(contexts).map(context -> context.core().index())).containsExactly(0, 2, 4, 6, 1);
    }

    /** It ran on core 4, which one that is pinned there has now: it goes to the other core of that socket. */
    @Test
    void anIdleCoreOfTheSameSocketIsTakenFirst() {
        Context wanders = wandersFrom(4);
        machine.startAndRunUntil(25 * MILLI);
        assertThat(wanders.core().index()).isEqualTo(6);
        assertThat(wanders.readyPicos(25 * MILLI)).isZero();
    }

    /** Its own core is idle: it goes there, though other cores are idle with their siblings. */
    @Test
    void theCoreItRanOnIsTakenIfItIsIdle() {
        Context first = machine.periodic("first", 0, 20 * MILLI, 5 * MILLI).context;
        machine.makeHog(machine.context("sibling", Share.NEUTRAL, 1));
        machine.startAndRunUntil(24 * MILLI);
        assertThat(first.core().index()).isZero();
    }

    /** A context that is on a core at 10 and wakes again at 20, when that core is busy. */
    private Context wandersFrom(int core) {
        for (int i = 0; i < core; i += 2) {
            machine.periodic(machine.context("holds " + i, Share.NEUTRAL, i), 0, SECOND, 15 * MILLI);
        }
        Context wanders = machine.periodic("wanders", 10 * MILLI, 10 * MILLI, 2 * MILLI).context;
        machine.periodic(machine.context("pinned", Share.NEUTRAL, core), 15 * MILLI, SECOND, 50 * MILLI);
        return wanders;
    }
}
