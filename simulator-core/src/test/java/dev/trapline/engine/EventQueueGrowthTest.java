package dev.trapline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Queues grow, hold, are stirred, shrink and drain under each distribution of increments beside a sorted map; that of ladders with
 * the sizes of production and with such small ones that each structure, also the emergency ones, has its turn.
 */
class EventQueueGrowthTest {
    private static final QueueSizes SMALL = new QueueSizes(2, 2, 8, 4, 32);
    private static final QueueSizes LOPSIDED = new QueueSizes(1, 16, 64, 0, 12);
    /** Entries of the ladder cannot tell an arming from the one sixteen additions later. */
    private static final QueueSizes SHORT_TURNS = new QueueSizes(2, 2, 8, 64, 4);
    /** Nor from the fourth. */
    private static final QueueSizes SHORTEST_TURNS = new QueueSizes(1, 1, 8, 64, 2);
    private static final int HELD = 1_000;

    static List<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Increments increments : Increments.values()) {
            for (int seed = 0; seed < 3; seed++) {
                cases.add(Arguments.of(increments, "small", SMALL, 700, seed));
                cases.add(Arguments.of(increments, "lopsided", LOPSIDED, 2_000, seed));
                cases.add(Arguments.of(increments, "short turns", SHORT_TURNS, 200, seed));
                cases.add(Arguments.of(increments, "shortest turns", SHORTEST_TURNS, 12, seed));
                cases.add(Arguments.of(increments, "default", QueueSizes.DEFAULT, 6_000, seed));
            }
        }
        return cases;
    }

    @ParameterizedTest(name = "{0}, {1} sizes, {3} timers, seed {4}")
    @MethodSource("cases")
    void takesWhatASortedMapTakes(Increments increments, String name, QueueSizes sizes, int timers, int seed) {
        growHoldAndDrain(new LadderQueue(sizes), timers, increments, seed);
    }

    static List<Arguments> tournaments() {
        List<Arguments> cases = new ArrayList<>();
        for (Increments increments : Increments.values()) {
            for (int timers : new int[] {1, 2, 3, 64, 65, 700, Tournament.MOST_TIMERS}) {
                cases.add(Arguments.of(increments, timers, timers % 3));
            }
        }
        return cases;
    }

    @ParameterizedTest(name = "{0}, {1} timers, seed {2}")
    @MethodSource("tournaments")
    void aTournamentTakesWhatASortedMapTakes(Increments increments, int timers, int seed) {
        growHoldAndDrain(new Tournament(), timers, increments, seed);
    }

    private static void growHoldAndDrain(EventQueue queue, int timers, Increments increments, int seed) {
        QueueAndMap both = new QueueAndMap(queue, timers, increments, new SplittableRandom(seed));
        for (int round = 0; round < 3; round++) {
            both.armUpTo(timers);
            both.hold(timers);
            both.stir(2 * timers);
            both.takeDownTo(timers / 20);
            both.hold(timers);
            both.armUpTo(timers / 3);
            both.stir(timers);
            both.hold(timers);
            both.takeDownTo(round);
        }
        both.takeDownTo(0);
    }

    /** What is cancelled leaves no more entries behind than there are live ones, and some that are always borne with. */
    @ParameterizedTest(name = "{0}, {1} sizes, {3} timers, seed {4}")
    @MethodSource("cases")
    void doesNotFillWithWhatWasCancelled(Increments increments, String name, QueueSizes sizes, int timers, int seed) {
        LadderQueue queue = new LadderQueue(sizes);
        QueueAndMap both = new QueueAndMap(queue, timers, increments, new SplittableRandom(seed));
        both.armUpTo(timers);
        for (int round = 0; round < 20; round++) {
            both.stir(timers / 4);
            assertThat(queue.entries()).isLessThanOrEqualTo(2 * both.size() + sizes.removed());
            both.hold(timers / 20);
            assertThat(queue.entries()).isLessThanOrEqualTo(2 * both.size() + sizes.removed());
        }
        both.cancelAll();
        assertThat(queue.entries()).isLessThanOrEqualTo(sizes.removed());
    }

    /**
     * However long it is held, few entries are near: a far timer that stays, one that was cancelled, and a crowd at the beginning
     * each once left all of them in the heap.
     */
    @ParameterizedTest
    @ValueSource(strings = {"none", "far", "cancelled", "crowd"})
    void fewEntriesAreNear(String beside) {
        LadderQueue queue = new LadderQueue();
        queue.grow(HELD + 1);
        SplittableRandom random = new SplittableRandom(5);
        for (int timer = 0; timer < HELD; timer++) {
            queue.add(timer, Phase.ARRIVE, beside.equals("crowd") ? 0 : increment(random));
        }
        if (beside.equals("far") || beside.equals("cancelled")) {
            queue.add(HELD, Phase.ARRIVE, Long.MAX_VALUE);
        }
        int most = 0;
        for (int event = 0; event < 600 * HELD; event++) {
            if (event == HELD && beside.equals("cancelled")) {
                queue.remove(HELD);
            }
            long now = queue.firstInstant();
            queue.add(queue.removeFirst(), Phase.ARRIVE, now + increment(random));
            most = event < 5 * HELD ? 0 : Math.max(most, queue.near());
        }
        assertThat(most).isLessThanOrEqualTo(4 * QueueSizes.DEFAULT.few());
    }

    /** A crowd that a look ahead has put in order is not moved for each few entries that come before it. */
    @Test
    void aCrowdIsNotMovedForEachEntryBeforeIt() {
        LadderQueue queue = new LadderQueue();
        queue.grow(21 * HELD);
        long crowd = Long.MAX_VALUE / 2;
        for (int timer = 0; timer < 20 * HELD; timer++) {
            queue.add(timer, Phase.ARRIVE, timer < HELD ? timer : crowd);
        }
        for (int timer = 0; timer < HELD; timer++) {
            queue.firstInstant();
            queue.removeFirst();
        }
        long moved = 0;
        for (int round = 0; round < HELD; round++) {
            for (int timer = 20 * HELD; timer < 20 * HELD + 8; timer++) {
                queue.firstInstant();
                int before = queue.near();
                queue.add(timer, Phase.ARRIVE, crowd - HELD + round);
                moved += queue.near() < before ? before : 0;
            }
            for (int timer = 0; timer < 8; timer++) {
                queue.firstInstant();
                queue.removeFirst();
            }
        }
        assertThat(moved).isLessThan(20 * 2 * HELD);
    }

    /** An entry of a cancelled arming is not taken for one of the arming that has the same low bits. */
    @Test
    void anArmingIsKnownAlsoAfterATurn() {
        LadderQueue queue = new LadderQueue(SHORT_TURNS);
        queue.grow(HELD);
        for (int timer = 1; timer < 40; timer++) {
            queue.add(timer, Phase.ARRIVE, 1_000 + timer);
        }
        queue.add(0, Phase.ARRIVE, 5_000);
        queue.remove(0);
        for (int timer = 40; timer < 40 + 15; timer++) {
            queue.add(timer, Phase.ARRIVE, 6_000 + timer);
        }
        queue.add(0, Phase.ARRIVE, 9_000);
        long instant = 0;
        int timer = -1;
        while (!queue.isEmpty()) {
            instant = queue.firstInstant();
            timer = queue.removeFirst();
        }
        assertThat(timer).isZero();
        assertThat(instant).isEqualTo(9_000);
    }

    private static long increment(SplittableRandom random) {
        return (long) (-StrictMath.log(1 - random.nextDouble()) * 1e9);
    }
}
