package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.spec.Share;
import dev.trapline.work.Context;
import org.junit.jupiter.api.Test;

class ProcessorSharingSchedulerTest {

    /** Alone to 2 ms, shared to 4, alone again. */
    @Test
    void allThatRunGetTheSame() {
        TestMachine machine = TestMachine.of("processor-sharing", 1, 2);
        Context longer = machine.periodic("longer", 0, SECOND, 10 * MILLI).context;
        Context shorter = machine.periodic("shorter", 2 * MILLI, SECOND, MILLI).context;
        machine.startAndRunUntil(4 * MILLI);
        assertThat(machine.got(longer)).isEqualTo(3 * MILLI);
        assertThat(machine.got(shorter)).isEqualTo(MILLI);
        machine.runUntil(11 * MILLI);
        assertThat(machine.got(longer)).isEqualTo(10 * MILLI);
        assertThat(longer.picos(Context.State.RUNNING, 11 * MILLI)).isEqualTo(11 * MILLI);
    }

    @Test
    void nobodyRunsFasterThanACore() {
        TestMachine machine = TestMachine.of("processor-sharing", 4, 2);
        Context a = machine.hog("a");
        Context b = machine.hog("b");
        machine.startAndRunUntil(10 * MILLI);
        assertThat(machine.got(a)).isEqualTo(10 * MILLI);
        assertThat(machine.got(b)).isEqualTo(10 * MILLI);
    }

    /** Three share core 1, a third each; the two others have core 0 and may not use more. */
    @Test
    void aCrowdedCoreIsSharedByThoseWhoArePinnedToIt() {
        TestMachine machine = TestMachine.of("processor-sharing", 2, 5);
        Context pinned = null;
        for (int i = 0; i < 3; i++) {
            pinned = machine.makeHog(machine.context("pinned " + i, Share.NEUTRAL, 1));
        }
        Context free = machine.hog("free");
        machine.hog("free too");
        machine.startAndRunUntil(12 * MILLI);
        assertThat(machine.got(pinned)).isEqualTo(4 * MILLI);
        assertThat(machine.got(free)).isEqualTo(6 * MILLI);
    }

    /** Two cores among four: the one pinned alone gets no more than the others. */
    @Test
    void pinningAloneChangesNothing() {
        TestMachine machine = TestMachine.of("processor-sharing", 2, 4);
        Context pinned = machine.makeHog(machine.context("pinned", Share.NEUTRAL, 1));
        for (int i = 0; i < 3; i++) {
            machine.hog("free " + i);
        }
        machine.startAndRunUntil(12 * MILLI);
        assertThat(machine.got(pinned)).isEqualTo(6 * MILLI);
    }
}
