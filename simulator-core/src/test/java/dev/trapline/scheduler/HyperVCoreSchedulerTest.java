package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Timer;
import dev.trapline.spec.Share;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Topology;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Computed by hand: quanta of 10 ms, two threads a core, which do not slow each other here. */
class HyperVCoreSchedulerTest {

    private static TestMachine machine(int threads, int contexts) {
        TestMachine machine = TestMachine.of("hyper-v-core", threads, contexts);
        machine.processors.arrangedAs(new Topology(2, threads, 1, 1));
        return machine;
    }

    private static Context hog(TestMachine machine, int guest) {
        int number = machine.processors.contexts().size();
        return machine.makeHog(machine.context("guest " + guest + " vp " + number, guest, Share.NEUTRAL, -1));
    }

    /** The two of the first guest have the core for a quantum, then the second guest alone, and so on. */
    @Test
    void aCoreBelongsToOneGuestForAQuantum() {
        TestMachine machine = machine(2, 3);
        Context[] first = {hog(machine, 1), hog(machine, 1)};
        Context second = hog(machine, 2);
        machine.startAndRunUntil(10 * MILLI);
        assertThat(machine.got(first[0])).isEqualTo(10 * MILLI);
        assertThat(machine.got(first[1])).isEqualTo(10 * MILLI);
        machine.runUntil(20 * MILLI);
        assertThat(machine.got(second)).isEqualTo(10 * MILLI);
        machine.runUntil(40 * MILLI);
        assertThat(machine.got(second)).isEqualTo(20 * MILLI);
        assertThat(machine.got(first[1])).isEqualTo(20 * MILLI);
    }

    /** Under the classic scheduler each of two would have a thread; here each waits half of the time and a thread idles. */
    @Test
    void aThreadIdlesRatherThanServeAnotherGuest() {
        TestMachine machine = machine(2, 2);
        Context first = hog(machine, 1);
        Context second = hog(machine, 2);
        machine.startAndRunUntil(SECOND);
        assertThat(machine.share(first)).isEqualTo(0.5);
        assertThat(machine.share(second)).isEqualTo(0.5);
        assertThat(first.readyPicos(SECOND) + second.readyPicos(SECOND)).isEqualTo(SECOND);
    }

    /** At 15 both of the first guest are 15 ms further than the one that wakes: it takes the core from both. */
    @Test
    void aWakingGuestThrowsTheOtherOffBothThreads() {
        TestMachine machine = machine(2, 3);
        Context[] first = {hog(machine, 1), hog(machine, 1)};
        Context woken = machine.context("woken", 2, Share.NEUTRAL, -1);
        machine.periodic(woken, 15 * MILLI, SECOND, 2 * MILLI);
        machine.startAndRunUntil(17 * MILLI);
        assertThat(machine.got(woken)).isEqualTo(2 * MILLI);
        assertThat(machine.got(first[0])).isEqualTo(15 * MILLI);
        assertThat(machine.got(first[1])).isEqualTo(15 * MILLI);
        machine.runUntil(20 * MILLI);
        assertThat(machine.got(first[0])).isEqualTo(18 * MILLI);
        assertThat(machine.got(first[1])).isEqualTo(18 * MILLI);
    }

    /** It takes the idle thread of its own guest's core, not that of the other guest's. */
    @Test
    void aWakingProcessorJoinsItsGuest() {
        TestMachine machine = machine(4, 3);
        Context other = hog(machine, 1);
        Context own = hog(machine, 2);
        Context woken = machine.context("woken", 2, Share.NEUTRAL, -1);
        machine.periodic(woken, 5 * MILLI, SECOND, 2 * MILLI);
        machine.startAndRunUntil(7 * MILLI);
        assertThat(woken.readyPicos(7 * MILLI)).isZero();
        assertThat(woken.core().sibling()).isEqualTo(own.core()).isNotEqualTo(other.core());
    }

    /** The root partition's is bound to the second thread. At 15 the guest on the first is far enough ahead to give way. */
    @Test
    void aBoundProcessorThrowsTheGuestOffTheOtherThread() {
        TestMachine machine = machine(2, 2);
        Context guest = hog(machine, 1);
        Context root = machine.context("root", -1, Share.NEUTRAL, 1);
        machine.periodic(root, 15 * MILLI, SECOND, 2 * MILLI);
        machine.startAndRunUntil(20 * MILLI);
        assertThat(machine.got(root)).isEqualTo(2 * MILLI);
        assertThat(root.readyPicos(20 * MILLI)).isZero();
        assertThat(machine.got(guest)).isEqualTo(18 * MILLI);
    }

    /** At 0.5 it is not far enough: it waits for the end of the turn, though its thread is idle, and then goes first. */
    @Test
    void aBoundProcessorHasItsTurn() {
        TestMachine machine = machine(2, 2);
        Context guest = hog(machine, 1);
        Context root = machine.context("root", -1, Share.NEUTRAL, 1);
        machine.periodic(root, MILLI / 2, SECOND, 2 * MILLI);
        machine.startAndRunUntil(20 * MILLI);
        assertThat(root.readyPicos(20 * MILLI)).isEqualTo(10 * MILLI - MILLI / 2);
        assertThat(machine.got(guest)).isEqualTo(18 * MILLI);
    }

    /** As before, but the guest can go on where nobody is. */
    @Test
    void aBoundProcessorSendsTheGuestToAnIdleCore() {
        TestMachine machine = machine(4, 2);
        Context guest = hog(machine, 1);
        Context root = machine.context("root", -1, Share.NEUTRAL, 1);
        machine.periodic(root, MILLI / 2, SECOND, 2 * MILLI);
        machine.startAndRunUntil(20 * MILLI);
        assertThat(root.readyPicos(20 * MILLI)).isZero();
        assertThat(machine.got(guest)).isEqualTo(20 * MILLI);
        assertThat(guest.core().index()).isEqualTo(2);
    }

    /** When the guest on the other thread has nothing more to do it need not wait for the end of the turn. */
    @Test
    void aBoundProcessorGoesOnWhenTheOtherThreadIsFree() {
        TestMachine machine = machine(2, 2);
        Context guest = machine.context("guest", 1, Share.NEUTRAL, -1);
        machine.periodic(guest, 0, SECOND, MILLI);
        Context root = machine.context("root", -1, Share.NEUTRAL, 1);
        machine.periodic(root, MILLI / 2, SECOND, 2 * MILLI);
        machine.startAndRunUntil(5 * MILLI);
        assertThat(root.readyPicos(5 * MILLI)).isEqualTo(MILLI / 2);
        assertThat(machine.got(root)).isEqualTo(2 * MILLI);
    }

    /** Both threads' own of the root partition, and a guest: turns of 10 ms, and no decision calls for another without end. */
    @Test
    void theRootPartitionIsAPartition() {
        TestMachine machine = machine(2, 3);
        Context guest = hog(machine, 1);
        Context[] root = {
            machine.makeHog(machine.context("root 0", -1, Share.NEUTRAL, 0)),
            machine.makeHog(machine.context("root 1", -1, Share.NEUTRAL, 1))
        };
        machine.startAndRunUntil(SECOND);
        assertThat(machine.share(guest)).isEqualTo(0.5);
        assertThat(machine.share(root[0])).isEqualTo(0.5);
        assertThat(machine.share(root[1])).isEqualTo(0.5);
    }

    @Test
    void guestsNeverMeetOnACore() {
        for (long seed = 0; seed < 5; seed++) {
            TestMachine machine = machine(6, 12);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 12; i++) {
                long period = random.nextLong(MILLI, 60 * MILLI);
                Context context = machine.context("vp " + i, i / 3, Share.NEUTRAL, i == 11 ? 0 : -1);
                machine.periodic(context, random.nextLong(20 * MILLI), period, random.nextLong(period / 4, 2 * period));
            }
            Meetings meetings = new Meetings(machine);
            machine.startAndRunUntil(10 * SECOND);
            assertThat(meetings.between).as("seed " + seed).isNull();
            assertThat(meetings.ofOneGuest).as("seed " + seed).isPositive();
        }
    }

    /** Looks once in a while who is together on a core. */
    private static final class Meetings {
        private final TestMachine machine;
        private final Timer timer;
        private String between;
        private int ofOneGuest;

        Meetings(TestMachine machine) {
            this.machine = machine;
            timer = machine.simulation.newTimer("meetings", Phase.OBSERVE, this::look);
            timer.armAt(0);
        }

        private void look() {
            for (Core core : machine.processors.cores()) {
                Context one = core.current();
                Context other = core.sibling().current();
                if (one != null && other != null && one.domain() != other.domain()) {
                    between = one.name() + " and " + other.name();
                } else if (one != null && other != null) {
                    ofOneGuest++;
                }
            }
            timer.armAfter(MILLI / 7);
        }
    }
}
