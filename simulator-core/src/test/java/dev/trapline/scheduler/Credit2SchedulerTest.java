package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.spec.Share;
import dev.trapline.work.Context;
import dev.trapline.work.Topology;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Computed by hand: 10 ms of credit, runs of 0.5 to 10 ms, a rate limit of 1 ms, a resistance of 0.5 ms. */
class Credit2SchedulerTest {

    /** A to 1 ms, at 9 then. B to 2 ms, at 9; no less than A, it goes on for a shortest run, to 8.5. A to 3.5, B to 4.5. */
    @Test
    void twoHogsTakeTurnsOfTheRateLimit() {
        TestMachine machine = TestMachine.of("xen-credit2", 1, 2);
        Context a = machine.hog("a");
        Context b = machine.hog("b");
        machine.startAndRunUntil(5 * MILLI / 2);
        assertThat(machine.got(a)).isEqualTo(MILLI);
        assertThat(machine.got(b)).isEqualTo(3 * MILLI / 2);
        machine.runUntil(7 * MILLI / 2);
        assertThat(machine.got(a)).isEqualTo(2 * MILLI);
        machine.runUntil(9 * MILLI / 2);
        assertThat(machine.got(b)).isEqualTo(5 * MILLI / 2);
    }

    /** Heavy to 1 ms, at 9. Light, which burns twice as fast, to 2 ms, at 8. Heavy to 3, at 8, and for a shortest run more. */
    @Test
    void theLightOneBurnsItsCreditFaster() {
        TestMachine machine = TestMachine.of("xen-credit2", 1, 2);
        Context heavy = machine.hog("heavy", TestMachine.weight(2));
        Context light = machine.hog("light");
        machine.startAndRunUntil(7 * MILLI / 2);
        assertThat(machine.got(heavy)).isEqualTo(5 * MILLI / 2);
        assertThat(machine.got(light)).isEqualTo(MILLI);
        machine.runUntil(9 * MILLI / 2);
        assertThat(machine.got(light)).isEqualTo(2 * MILLI);
    }

    /** At 3 ms the hog has 7 left and the sleeper 10. */
    @Test
    void whoWakesWithMoreCreditPreempts() {
        TestMachine machine = TestMachine.of("xen-credit2", 1, 2);
        machine.hog("hog");
        Context sleeper = machine.periodic("sleeper", 3 * MILLI, SECOND, MILLI).context;
        machine.startAndRunUntil(4 * MILLI);
        assertThat(machine.got(sleeper)).isEqualTo(MILLI);
    }

    /** At 0.5 ms the hog is protected, and nobody asks again before its run ends at 10 ms: there is no boost. */
    @Test
    void whoWakesWithinTheRateLimitWaitsForTheEndOfTheRun() {
        TestMachine machine = TestMachine.of("xen-credit2", 1, 2);
        machine.hog("hog");
        Context sleeper = machine.periodic("sleeper", MILLI / 2, SECOND, MILLI).context;
        machine.startAndRunUntil(11 * MILLI);
        assertThat(sleeper.readyPicos(11 * MILLI)).isEqualTo(19 * MILLI / 2);
        assertThat(machine.got(sleeper)).isEqualTo(MILLI);
    }

    /** At 2.7 ms A has 8.8 left and B 8.5, and A has run for 0.2 of the 1 ms that it may keep the core. */
    @Test
    void whoYieldsLetsOneGoFirstThatHasLessCredit() {
        TestMachine machine = TestMachine.of("xen-credit2", 1, 2);
        Context a = machine.hog("a");
        Context b = machine.hog("b");
        machine.at(27 * MILLI / 10, a::yields);
        machine.startAndRunUntil(3 * MILLI);
        assertThat(machine.got(a)).isEqualTo(12 * MILLI / 10);
        assertThat(machine.got(b)).isEqualTo(18 * MILLI / 10);
    }

    /**
     * Three hogs on two cores: C takes core 0 from A at 1 ms. B on core 1 has 9 left, like A, which stays until it has 0.5
     * more than B: at 1.5 ms.
     */
    @Test
    void aCoreTakesFromAnotherOnlyAgainstResistance() {
        TestMachine machine = TestMachine.of("xen-credit2", 2, 3);
        Context a = machine.hog("a");
        Context b = machine.hog("b");
        Context c = machine.hog("c");
        machine.startAndRunUntil(3 * MILLI / 2);
        assertThat(machine.got(a)).isEqualTo(MILLI);
        assertThat(machine.got(b)).isEqualTo(3 * MILLI / 2);
        assertThat(machine.got(c)).isEqualTo(MILLI / 2);
        assertThat(a.core().index()).isEqualTo(1);
    }

    /** The next to run has 25 ms too little: all get three times 10, and nobody keeps more than 10.5. */
    @Test
    void thePeriodOfCreditEndsForAll() {
        TestMachine machine = TestMachine.of("xen-credit2", 1, 3);
        Credit2Queue queue = new Credit2Queues(machine.processors.cores(), 16).of(machine.processors.cores().get(0));
        Credit2Vcpu[] vcpus = new Credit2Vcpu[3];
        long[] credits = {-25 * MILLI, -20 * MILLI, -26 * MILLI};
        for (int i = 0; i < 3; i++) {
            Context context = machine.context("vcpu " + i, Share.NEUTRAL, -1);
            vcpus[i] = new Credit2Vcpu(context, new Credit2Domain(context.share()));
            queue.assign(vcpus[i], 0);
            vcpus[i].credit = credits[i];
        }
        queue.reset(vcpus[0], 10 * MILLI, MILLI / 2, 0);
        assertThat(vcpus).extracting(vcpu -> vcpu.credit).containsExactly(5 * MILLI, 10 * MILLI, 4 * MILLI);
        queue.reset(vcpus[2], 10 * MILLI, MILLI / 2, 0);
        assertThat(vcpus).extracting(vcpu -> vcpu.credit)
                .containsExactly(21 * MILLI / 2, 21 * MILLI / 2, 21 * MILLI / 2);
    }

    /** 2 ms of each 10. */
    @Test
    void aCappedDomainHasABudgetInEachPeriod() {
        TestMachine machine = TestMachine.of("xen-credit2", 1, 1);
        Context capped = machine.hog("capped", TestMachine.cap(0.2));
        machine.startAndRunUntil(2 * MILLI);
        assertThat(machine.got(capped)).isEqualTo(2 * MILLI);
        machine.runUntil(10 * MILLI);
        assertThat(machine.got(capped)).isEqualTo(2 * MILLI);
        machine.runUntil(11 * MILLI);
        assertThat(machine.got(capped)).isEqualTo(3 * MILLI);
    }

    /** It runs for 1 ms, as nobody runs for less, and pays back at 10 ms what it used beyond its 0.5. */
    @Test
    void whatIsUsedBeyondABudgetIsPaidBack() {
        TestMachine machine = TestMachine.of("xen-credit2", 1, 1);
        Context capped = machine.hog("capped", TestMachine.cap(0.05));
        machine.startAndRunUntil(20 * MILLI);
        assertThat(machine.got(capped)).isEqualTo(MILLI);
        machine.runUntil(40 * MILLI);
        assertThat(machine.got(capped)).isEqualTo(2 * MILLI);
    }

    /** Two vCPUs of a domain that has 0.2 + 0.4 of a core in all: each may have up to 3 ms at a time. */
    @Test
    void theVcpusOfADomainShareItsCap() {
        TestMachine machine = TestMachine.of("xen-credit2", 2, 2);
        Context one = machine.makeHog(machine.context("one", 0, TestMachine.cap(0.2), -1));
        Context other = machine.makeHog(machine.context("other", 0, TestMachine.cap(0.4), -1));
        machine.startAndRunUntil(10 * MILLI);
        assertThat(machine.got(one)).isEqualTo(3 * MILLI);
        assertThat(machine.got(other)).isEqualTo(3 * MILLI);
    }

    /** Each vCPU has the whole weight: two of one domain get twice what the one of the other gets. */
    @Test
    void aDomainWithMoreVcpusGetsMore() {
        TestMachine machine = TestMachine.of("xen-credit2", 1, 3);
        machine.makeHog(machine.context("one", 0, Share.NEUTRAL, -1));
        machine.makeHog(machine.context("other", 0, Share.NEUTRAL, -1));
        Context alone = machine.makeHog(machine.context("alone", 1, Share.NEUTRAL, -1));
        machine.startAndRunUntil(60 * SECOND);
        assertThat(machine.share(alone)).isCloseTo(1.0 / 3, within(0.001));
    }

    /** The second begins on core 1, whose sibling runs the first: the core of 2 and 3 idles as a whole. */
    @Test
    void anIdleCoreIsPreferredToAnIdleSibling() {
        TestMachine machine = TestMachine.of("xen-credit2", new Topology(2, 4, 1, 1), 4, 3);
        Context first = machine.hog("first");
        Context second = machine.hog("second");
        Context third = machine.hog("third");
        machine.startAndRunUntil(MILLI);
        assertThat(first.core().index()).isZero();
        assertThat(second.core().index()).isEqualTo(2);
        assertThat(third.core().index()).isEqualTo(3);
    }

    /**
     * Three hogs in the queue of socket 0, none in that of socket 1. The loads begin at 1.5 each and differ by one when about
     * a third of a second is over; then one hog moves, and all have a core.
     */
    @Test
    void queuesAreBalancedWhenTheirLoadsDiffer() {
        TestMachine machine = TestMachine.of("xen-credit2", new Topology(1, 2, 1, 1), 4, 6);
        Context[] hogs = new Context[3];
        for (int i = 0; i < 3; i++) {
            hogs[i] = machine.hog("hog " + i);
            machine.context("never ready " + i, Share.NEUTRAL, -1);
        }
        machine.startAndRunUntil(300 * MILLI);
        assertThat(hogs).allSatisfy(hog -> assertThat(hog.core().socket()).isZero());
        machine.runUntil(500 * MILLI);
        assertThat(hogs).filteredOn(hog -> hog.core().socket() == 1).hasSize(1);
        long waited = hogs[0].readyPicos(500 * MILLI) + hogs[1].readyPicos(500 * MILLI) + hogs[2].readyPicos(500 * MILLI);
        machine.runUntil(5 * SECOND);
        assertThat(hogs[0].readyPicos(5 * SECOND) + hogs[1].readyPicos(5 * SECOND) + hogs[2].readyPicos(5 * SECOND))
                .isEqualTo(waited);
    }

    /** Sixteen cores share a queue, so that twenty of one socket have two. */
    @Test
    void aSocketOfManyCoresHasSeveralQueues() {
        TestMachine machine = TestMachine.of("xen-credit2", 20, 1);
        Credit2Queues queues = new Credit2Queues(machine.processors.cores(), 16);
        assertThat(queues.all()).extracting(queue -> queue.cores.size()).containsExactly(16, 4);
    }

    /** From half a vCPU to one, by a quarter of the way in a quarter of the window of 2^30 ns. */
    @Test
    void theLoadFollowsWhatRuns() {
        Credit2Load load = new Credit2Load(Credit2Load.ONE / 2);
        load.change(1, 0);
        assertThat(load.average((1L << 28) * 1000)).isEqualTo(Credit2Load.ONE * 5 / 8);
        assertThat(load.average(10 * SECOND)).isEqualTo(Credit2Load.ONE);
    }

    @Test
    void withoutARateLimitAWakingVcpuIsNotHeldUp() {
        TestMachine machine = TestMachine.of("xen-credit2", 1, 2, Map.of("rate-limit", 0L));
        machine.hog("hog");
        Context sleeper = machine.periodic("sleeper", MILLI / 2, SECOND, MILLI).context;
        machine.startAndRunUntil(11 * MILLI);
        assertThat(sleeper.readyPicos(11 * MILLI)).isZero();
    }

    /** At 3 ms core 0, its own, runs one with 7.3 ms left, core 1 one with 7: 0.3 less is not worth a move. */
    @Test
    void whoWakesPrefersItsLastCoreByTheResistance() {
        TestMachine machine = TestMachine.of("xen-credit2", 2, 3);
        machine.periodic("a", 3 * MILLI / 10, SECOND, SECOND / 2);
        machine.hog("b");
        Context sleeper = machine.periodic("sleeper", 3 * MILLI, SECOND, MILLI).context;
        machine.startAndRunUntil(7 * MILLI / 2);
        assertThat(machine.got(sleeper)).isEqualTo(MILLI / 2);
        assertThat(sleeper.core().index()).isZero();
    }

    /** As above, A moves to core 1 at 1.5 ms; with 3 ms for the move it has 12 there, 3.5 more than B, who waits. */
    @Test
    void whoMovesIsCompensated() {
        TestMachine machine = TestMachine.of("xen-credit2", 2, 3, Map.of("migrate-compensation", 3 * MILLI));
        Context a = machine.hog("a");
        machine.hog("b");
        machine.hog("c");
        machine.startAndRunUntil(5 * MILLI);
        assertThat(a.core().index()).isEqualTo(1);
        assertThat(machine.got(a)).isEqualTo(9 * MILLI / 2);
    }
}
