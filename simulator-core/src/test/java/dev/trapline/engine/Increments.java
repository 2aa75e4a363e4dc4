package dev.trapline.engine;

import java.util.SplittableRandom;

/** How far ahead timers are armed: the usual distributions of studies of event lists, and those that broke calendar queues. */
enum Increments {
    EXPONENTIAL {
        @Override
        long next(SplittableRandom random, long now, long latest) {
            return (long) (-MEAN * StrictMath.log(1 - random.nextDouble()));
        }
    },

    UNIFORM {
        @Override
        long next(SplittableRandom random, long now, long latest) {
            return random.nextLong(2 * MEAN);
        }
    },

    /** Nine of ten are soon, one is late: a width fitted to either is wrong for the other. */
    BIMODAL {
        @Override
        long next(SplittableRandom random, long now, long latest) {
            return random.nextInt(10) > 0 ? random.nextLong(MEAN / 10) : 9 * MEAN + random.nextLong(MEAN);
        }
    },

    /** Of shape one: without even a mean. */
    PARETO {
        @Override
        long next(SplittableRandom random, long now, long latest) {
            return (long) (MEAN / 10 / (1 - random.nextDouble()));
        }
    },

    /** Two humps with nothing between. */
    CAMEL {
        @Override
        long next(SplittableRandom random, long now, long latest) {
            return (random.nextBoolean() ? MEAN / 5 : 9 * MEAN / 5) + random.nextLong(MEAN / 10);
        }
    },

    /** All at the same distance: each timer is behind all others, many at one instant. */
    IDENTICAL {
        @Override
        long next(SplittableRandom random, long now, long latest) {
            return MEAN;
        }
    },

    /** All at the instants of a coarse clock, most at the next one. */
    TICKS {
        @Override
        long next(SplittableRandom random, long now, long latest) {
            return MEAN - now % MEAN + MEAN * (random.nextInt(1 << 20) == 0 ? 100 : random.nextInt(2));
        }
    },

    /** Clusters of a few picoseconds, a million times as far from each other. */
    BURSTY {
        @Override
        long next(SplittableRandom random, long now, long latest) {
            return random.nextInt(4) > 0 ? random.nextLong(3) : MEAN - now % MEAN + random.nextLong(8);
        }
    },

    /** One in a hundred is so late that a width that has it in view has all the others in one bucket. */
    OUTLIERS {
        @Override
        long next(SplittableRandom random, long now, long latest) {
            long most = random.nextInt(100) > 0 ? MEAN : Long.MAX_VALUE - now;
            return random.nextLong(most);
        }
    },

    /** Each later than all before. */
    RISING {
        @Override
        long next(SplittableRandom random, long now, long latest) {
            return Math.max(now, latest) + random.nextLong(3) - now;
        }
    },

    /** Each earlier than all before, as far as the clock allows. */
    FALLING {
        @Override
        long next(SplittableRandom random, long now, long latest) {
            return latest > now ? latest - 1 - now : MEAN;
        }
    },

    /** Each halves the distance to the clock: the finest resolution is always where the next one goes. */
    ZENO {
        @Override
        long next(SplittableRandom random, long now, long latest) {
            return latest > now ? (latest - now) / 2 : MEAN << 20;
        }
    },

    /** The same, and the scale grows and shrinks by a million in between. */
    BREATHING {
        @Override
        long next(SplittableRandom random, long now, long latest) {
            int scale = (int) (now / MEAN % 40);
            return random.nextLong(1L << Math.abs(20 - scale) + 2);
        }
    };

    static final long MEAN = 1_000_000;

    /**
     * Returns a distance from now in picoseconds.
     *
     * @param latest the instant that was armed last
     */
    abstract long next(SplittableRandom random, long now, long latest);
}
