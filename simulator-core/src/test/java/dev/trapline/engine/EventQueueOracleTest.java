package dev.trapline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random arming, cancelling, moving and running, from outside and from within actions, beside a {@link TreeMap} that
 * does the same: whatever runs must be the first of the map, at its instant. A third of the simulations have few timers, a third
 * many from the beginning, a third get many when they have run for a while, which changes their queue.
 *
 * <p>A failure prints its seed; {@code -Dtest.seed=N} runs that seed alone.
 */
class EventQueueOracleTest {

    private static final int SEEDS = 200;
    private static final int OPERATIONS = 2_000;

    static LongStream seeds() {
        Long only = Long.getLong("test.seed");
        return only != null ? LongStream.of(only) : LongStream.range(0, SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void runsWhatASortedMapWouldRun(long seed) {
        Duel duel = new Duel(seed);
        try {
            duel.fight();
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(duel + " failed; replay it with -Dtest.seed=" + seed + ": " + e.getMessage(), e);
        }
    }

    /** The instants that a run arms timers for; each strains another part of a priority queue. */
    private enum Instants {

        /** Nearly all at one instant: only phase and order of arming decide. */
        IDENTICAL {
            @Override
            long next(SplittableRandom random, long now, long latest) {
                return now - now % 1_000 + 1_000;
            }
        },

        /** Clusters a few picoseconds wide, far from each other. */
        BURSTY {
            @Override
            long next(SplittableRandom random, long now, long latest) {
                return now - now % 1_000_000 + random.nextLong(1, 4) * 1_000_000 + random.nextLong(3);
            }
        },

        /** Each behind all the others. */
        RISING {
            @Override
            long next(SplittableRandom random, long now, long latest) {
                return Math.max(now, latest) + 1;
            }
        },

        /** Each before all the others, as far as the clock allows. */
        FALLING {
            @Override
            long next(SplittableRandom random, long now, long latest) {
                return latest > now ? latest - 1 : now + 500;
            }
        },

        /** Every order of magnitude up to the end of time. */
        FAR_APART {
            @Override
            long next(SplittableRandom random, long now, long latest) {
                return now + Math.min(Long.MAX_VALUE - now, random.nextLong() >>> random.nextInt(1, 64));
            }
        };

        /** Returns an instant from now on, given the one that was armed last. */
        abstract long next(SplittableRandom random, long now, long latest);
    }

    /** The place of one armed timer in the order that the contract of the queue states. */
    private record Key(long instant, Phase phase, long sequence) {

        static final Comparator<Key> ORDER =
                Comparator.comparingLong(Key::instant).thenComparing(Key::phase).thenComparingLong(Key::sequence);
    }

    /** One simulation and one sorted map under the same random operations. */
    private static final class Duel {

        private final long seed;
        private final SplittableRandom random;
        private final Instants instants;
        private final Simulation simulation = new Simulation();
        private final Timer[] timers;
        private final Phase[] phases;
        private final Key[] keys;
        private final TreeMap<Key, Integer> expected = new TreeMap<>(Key.ORDER);
        private long armings;
        private long runs;
        private long latest;
        private long manyAfter = Long.MAX_VALUE;

        Duel(long seed) {
            this.seed = seed;
            random = new SplittableRandom(seed);
            instants = Instants.values()[(int) Math.floorMod(seed, (long) Instants.values().length)];
            int count = random.nextInt(1, 600);
            timers = new Timer[count];
            phases = new Phase[count];
            keys = new Key[count];
            for (int index = 0; index < count; index++) {
                int self = index;
                phases[index] = Phase.values()[random.nextInt(Phase.values().length)];
                timers[index] = simulation.newTimer("timer-" + index, phases[index], () -> ran(self));
            }
        }

        void fight() {
            int changesAt = switch ((int) (seed / Instants.values().length % 3)) {
                case 0 -> OPERATIONS;
                case 1 -> 0;
                default -> random.nextInt(OPERATIONS);
            };
            for (int operation = 0; operation < OPERATIONS; operation++) {
                if (operation == changesAt) {
                    changeQueue();
                }
                if (random.nextInt(20) == 0) {
                    run();
                } else {
                    touchAny();
                }
            }
            drain();
            assertThat(simulation.executed()).as("events").isEqualTo(runs);
        }

        /** So many timers more that the simulation takes another queue, now or while the next action runs. */
        private void changeQueue() {
            if (random.nextBoolean()) {
                haveMany();
            } else {
                manyAfter = runs;
            }
        }

        private void haveMany() {
            simulation.newTimers("others", Tournament.MOST_TIMERS, Phase.ARRIVE, index -> {});
        }

        private void touchAny() {
            int index = random.nextInt(timers.length);
            assertThat(timers[index].isArmed()).as("%s armed", timers[index]).isEqualTo(keys[index] != null);
            if (keys[index] == null) {
                arm(index);
                return;
            }
            assertThat(timers[index].instant()).as("instant of %s", timers[index]).isEqualTo(keys[index].instant);
            if (random.nextInt(3) == 0) {
                cancel(index);
                if (random.nextBoolean()) {
                    arm(index);
                }
            }
        }

        private void arm(int index) {
            latest = instants.next(random, simulation.now(), latest);
            keys[index] = new Key(latest, phases[index], armings++);
            expected.put(keys[index], index);
            if (random.nextBoolean()) {
                timers[index].armAt(latest);
            } else {
                timers[index].armAfter(latest - simulation.now());
            }
        }

        private void cancel(int index) {
            timers[index].cancel();
            expected.remove(keys[index]);
            keys[index] = null;
        }

        /** Runs to the instant of a timer, or to one just beside it. */
        private void run() {
            Key goal = keys[random.nextInt(keys.length)];
            if (goal != null) {
                runUntil(Math.max(simulation.now(), goal.instant - random.nextInt(2)));
            }
        }

        private void runUntil(long end) {
            simulation.runUntil(end);
            assertThat(simulation.now()).as("clock").isEqualTo(end);
            assertThat(expected.isEmpty() || expected.firstKey().instant > end)
                    .as("everything up to %s ran; the map begins with %s", end, expected.firstEntry()).isTrue();
        }

        /** Called by the action of a timer. */
        private void ran(int index) {
            assertThat(expected).as("map when %s runs", timers[index]).isNotEmpty();
            Key first = expected.firstKey();
            assertThat(index).as("timer that runs at %s, map begins with %s", simulation.now(), first)
                    .isEqualTo(expected.get(first));
            assertThat(simulation.now()).as("clock in %s", timers[index]).isEqualTo(first.instant);
            expected.remove(first);
            keys[index] = null;
            runs++;
            if (runs > manyAfter) {
                manyAfter = Long.MAX_VALUE;
                haveMany();
            }
            if (random.nextInt(3) == 0) {
                touchAny();
            }
        }

        private void drain() {
            while (!expected.isEmpty()) {
                runUntil(expected.firstKey().instant);
            }
        }

        @Override
        public String toString() {
            return "Seed " + seed + " (" + timers.length + " timers, instants " + instants + ")";
        }
    }
}
