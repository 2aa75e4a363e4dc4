package dev.trapline.scheduler;

import static dev.trapline.scheduler.TestMachine.MILLI;
import static dev.trapline.scheduler.TestMachine.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.spec.Share;
import dev.trapline.work.Context;
import dev.trapline.work.Topology;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the rules of Xen 3.2's credit scheduler must give on one core without switching costs: a table whose figures come
 * from an independent transcription of the rules (xen/common/sched_credit.c); then cases computed by hand.
 */
class CreditSchedulerTest {

    @ParameterizedTest
    @CsvSource({"2, 0.5, 0.5", "4, 0.25, 0.25", "8, 0.1245, 0.1262"})
    void equalHogsShareEqually(int hogs, double least, double most) {
        TestMachine machine = TestMachine.of("xen-credit", 1, hogs);
        List<Context> contexts = new ArrayList<>();
        for (int i = 0; i < hogs; i++) {
            contexts.add(machine.hog("hog " + i));
        }
        machine.startAndRunUntil(600 * SECOND);
        assertThat(contexts).allSatisfy(context -> assertThat(machine.share(context)).isBetween(least, most));
    }

    @Test
    void sharesFollowWeights256And512() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 2);
        Context light = machine.hog("light", TestMachine.weight(1));
        Context heavy = machine.hog("heavy", TestMachine.weight(2));
        machine.startAndRunUntil(600 * SECOND);
        assertThat(machine.share(light)).isCloseTo(0.3334, within(0.00005));
        assertThat(machine.share(heavy)).isCloseTo(0.6666, within(0.00005));
    }

    @Test
    void aCapOf25LeavesTheRestToTheOther() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 2);
        Context capped = machine.hog("capped", TestMachine.cap(0.25));
        Context free = machine.hog("free");
        machine.startAndRunUntil(60 * SECOND);
        assertThat(machine.share(capped)).isCloseTo(0.25, within(0.00005));
        assertThat(machine.share(free)).isCloseTo(0.75, within(0.00005));
    }

    /** It works for 9.5 ms between ticks and sleeps over the tick, so that the tick charges the hog alone. */
    @Test
    void whoSleepsOverTheTickIsNeverCharged() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 2);
        Context thief = machine.periodic("thief", MILLI / 4, 10 * MILLI, 19 * MILLI / 2).context;
        machine.hog("victim");
        machine.startAndRunUntil(SECOND);
        long before = machine.got(thief);
        machine.runUntil(11 * SECOND);
        assertThat((double) (machine.got(thief) - before) / (10 * SECOND)).isCloseTo(0.95, within(0.0001));
    }

    @Test
    void aBoostedGuestDoesNotWaitButForATailOfSlices() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 4);
        List<Long> waits = new ArrayList<>();
        machine.periodic("io", 19 * MILLI / 20, 7 * MILLI, MILLI / 5).tellWaits(waits::add);
        for (int i = 0; i < 3; i++) {
            machine.hog("hog " + i);
        }
        machine.startAndRunUntil(60 * SECOND);
        Collections.sort(waits);
        List<Long> tail = waits.stream().filter(wait -> wait > 0).toList();
        assertThat(waits.get(waits.size() / 2)).isZero();
        assertThat(waits.get(waits.size() * 99 / 100)).isZero();
        // Caught by a tick it is over its credit until the next accounting, and then waits out what is left of a slice,
        // 23.2 ms, and whole slices of those before it.
        assertThat(tail.get(tail.size() / 4) % (30 * MILLI)).isEqualTo(232 * MILLI / 10);
        assertThat(tail.get(0)).isEqualTo(532 * MILLI / 10);
        assertThat(tail.get(tail.size() - 1)).isLessThan(90 * MILLI);
    }

    /** Xen before October 2006: it wakes at 5 ms and waits for the end of the hog's slice at 30 ms. */
    @Test
    void withoutTheBoostWhoWakesWaitsForTheSliceToEnd() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 2, Map.of("boost", false));
        List<Long> waits = new ArrayList<>();
        machine.hog("hog");
        machine.periodic("io", 5 * MILLI, 60 * MILLI, MILLI / 5).tellWaits(waits::add);
        machine.startAndRunUntil(50 * MILLI);
        assertThat(waits).containsExactly(25 * MILLI);
    }

    /** A guest that wants half a core is charged by ticks: about half of its wake-ups find it without credit (C6). */
    @Test
    void aGuestThatAlsoComputesOftenLosesItsBoost() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 4);
        List<Long> waits = new ArrayList<>();
        machine.periodic("mixed", 0, 41 * MILLI, 20 * MILLI).tellWaits(waits::add);
        for (int i = 0; i < 3; i++) {
            machine.hog("hog " + i);
        }
        machine.startAndRunUntil(60 * SECOND);
        Collections.sort(waits);
        assertThat(waits.get(waits.size() * 4 / 10)).isZero();
        assertThat(waits.get(waits.size() * 6 / 10)).isGreaterThan(30 * MILLI);
    }

    /** Slice by slice: A runs 0 to 30 ms, B 30 to 60; both have been paid 150 then, A is under and B is over. */
    @Test
    void twoHogsTakeTurnsOf30Milliseconds() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 2);
        Context a = machine.hog("a");
        Context b = machine.hog("b");
        machine.startAndRunUntil(45 * MILLI);
        assertThat(machine.got(a)).isEqualTo(30 * MILLI);
        assertThat(machine.got(b)).isEqualTo(15 * MILLI);
        machine.runUntil(75 * MILLI);
        assertThat(machine.got(a)).isEqualTo(45 * MILLI);
        assertThat(machine.got(b)).isEqualTo(30 * MILLI);
    }

    /**
     * The first and the third are placed on core 0; idle core 1 asks again after 30 ms, and only then finds one to
     * steal.
     */
    @Test
    void whatWakesTogetherOnOneIdleCoreWaitsForTheOthersNextLook() {
        TestMachine machine = TestMachine.of("xen-credit", 2, 3);
        Context first = machine.hog("first");
        Context elsewhere = machine.context("never ready", Share.NEUTRAL, -1);
        Context third = machine.hog("third");
        machine.startAndRunUntil(30 * MILLI);
        assertThat(machine.got(third)).isZero();
        machine.runUntil(60 * MILLI);
        assertThat(machine.got(first)).isEqualTo(60 * MILLI);
        assertThat(machine.got(third)).isEqualTo(30 * MILLI);
        assertThat(machine.got(elsewhere)).isZero();
    }

    @Test
    void whoWakesOnABusyCoreIsStolenByAnIdleOneAtOnce() {
        TestMachine machine = TestMachine.of("xen-credit", 2, 3);
        Context hog = machine.hog("hog");
        machine.context("never ready", Share.NEUTRAL, -1);
        Context woken = machine.periodic("woken", 5 * MILLI, SECOND, 10 * MILLI).context;
        machine.startAndRunUntil(16 * MILLI);
        assertThat(machine.got(hog)).isEqualTo(16 * MILLI);
        assertThat(machine.got(woken)).isEqualTo(10 * MILLI);
        assertThat(woken.readyPicos(16 * MILLI)).isZero();
    }

    @Test
    void theVcpusOfADomainShareItsWeightAndItsCap() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 3);
        Context one = machine.makeHog(machine.context("one", 0, Share.NEUTRAL, -1));
        Context other = machine.makeHog(machine.context("other", 0, Share.NEUTRAL, -1));
        Context alone = machine.makeHog(machine.context("alone", 1, Share.NEUTRAL, -1));
        machine.startAndRunUntil(600 * SECOND);
        assertThat(machine.share(one)).isCloseTo(0.25, within(0.0025));
        assertThat(machine.share(other)).isCloseTo(0.25, within(0.0025));
        assertThat(machine.share(alone)).isCloseTo(0.5, within(0.005));
    }

    /**
     * Paid 137 in a period (300 x 5 / 11, rounded up) while four others run for 120 ms, it has over 300 at the third
     * accounting, and loses them: it should have 5 of 11.
     */
    @Test
    void aHeavyOneThatWaitsForManyLosesItsCredit() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 5);
        Context heavy = machine.hog("heavy", TestMachine.weight(5));
        machine.hog("less heavy", TestMachine.weight(3));
        for (int i = 0; i < 3; i++) {
            machine.hog("light " + i, TestMachine.weight(1));
        }
        machine.startAndRunUntil(600 * SECOND);
        assertThat(machine.share(heavy)).isBetween(0.30, 0.36);
    }

    /** Charged for the time that it ran, the guest of the 9.5 ms has its half. */
    @Test
    void exactDebitSeesWhoSleepsOverTheTick() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 2, Map.of("exact-debit", true));
        Context thief = machine.periodic("thief", MILLI / 4, 10 * MILLI, 19 * MILLI / 2).context;
        machine.hog("victim");
        machine.startAndRunUntil(100 * SECOND);
        assertThat(machine.share(thief)).isCloseTo(0.5, within(0.005));
    }

    /** Ten credits a millisecond: 2.05 ms and 2.05 ms are charged as 20 and 21. */
    @Test
    void exactDebitKeepsWhatIsLessThanACredit() {
        CreditDebit debit = new CreditDebit(100, 10 * MILLI, true);
        CreditVcpu vcpu = new CreditVcpu(null, null, 0);
        assertThat(debit.stops(vcpu, 205 * MILLI / 100)).isTrue();
        assertThat(vcpu.credit).isEqualTo(-20);
        debit.ticks(vcpu, 410 * MILLI / 100);
        assertThat(vcpu.credit).isEqualTo(-41);
    }

    /** The hog is given the core anew at 12.1 ms and may keep it to 13.1, whoever wakes at 12.5. */
    @Test
    void aRateLimitLetsWhoRunsGoOn() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 3, Map.of("rate-limit", MILLI));
        machine.hog("hog");
        Context first = machine.periodic("first", 12 * MILLI, SECOND, MILLI / 10).context;
        Context second = machine.periodic("second", 25 * MILLI / 2, SECOND, MILLI).context;
        machine.startAndRunUntil(15 * MILLI);
        assertThat(first.readyPicos(15 * MILLI)).isZero();
        assertThat(second.readyPicos(15 * MILLI)).isEqualTo(6 * MILLI / 10);
    }

    @Test
    void whoYieldsGoesBehindItsEqualsInSpiteOfTheRateLimit() {
        TestMachine machine = TestMachine.of("xen-credit", 1, 2, Map.of("rate-limit", MILLI));
        Context yields = machine.hog("yields");
        Context other = machine.hog("other");
        machine.at(3 * MILLI / 10, yields::yields);
        machine.startAndRunUntil(MILLI);
        assertThat(machine.got(yields)).isEqualTo(3 * MILLI / 10);
        assertThat(machine.got(other)).isEqualTo(7 * MILLI / 10);
    }

    /**
     * Both begin in socket 0, on cores 0 and 1. The first tick makes them active; at the second the one of core 0 sees two
     * idle cores in socket 1 and none but its own in socket 0, and leaves. The other would now gain nothing.
     */
    @Test
    void atATickARunningVcpuLeavesForTheSocketThatIdlesMost() {
        TestMachine machine = TestMachine.of("xen-credit", new Topology(1, 2, 1, 1), 4, 2);
        Context first = machine.hog("first");
        Context second = machine.hog("second");
        machine.startAndRunUntil(19 * MILLI);
        assertThat(first.core().index()).isZero();
        assertThat(second.core().index()).isEqualTo(1);
        machine.runUntil(SECOND);
        assertThat(first.core().index()).isEqualTo(2);
        assertThat(second.core().index()).isEqualTo(1);
        assertThat(machine.got(first)).isEqualTo(SECOND);
    }

    /** Two threads of one core: the other core idles with both of its threads. */
    @Test
    void atATickARunningVcpuLeavesABusySibling() {
        TestMachine machine = TestMachine.of("xen-credit", new Topology(2, 4, 1, 1), 4, 2);
        Context first = machine.hog("first");
        Context second = machine.hog("second");
        machine.startAndRunUntil(SECOND);
        assertThat(first.core().index()).isEqualTo(2);
        assertThat(second.core().index()).isEqualTo(1);
    }

    /** One vCPU in each socket: it would be no better elsewhere. */
    @Test
    void atATickNobodyLeavesForACoreThatIsNoBetter() {
        TestMachine machine = TestMachine.of("xen-credit", new Topology(1, 1, 1, 1), 4, 2);
        Context first = machine.hog("first");
        machine.hog("second");
        machine.startAndRunUntil(SECOND);
        assertThat(first.core().index()).isZero();
    }
}
