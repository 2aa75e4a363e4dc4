package dev.trapline.benchmarks.coverage;

import dev.trapline.engine.Time;
import dev.trapline.measure.LatencyHistogram;

/**
 * A queue in which the mean and the 95 % quantile of the time in it are known. The unit of time is a mean service of one,
 * simulated as a millisecond.
 */
abstract class KnownQueue {
    static final long UNIT_PICOS = Time.PICOS_PER_MILLI;
    /** A run lasts so many relaxation times, after this part of them to forget how it began. */
    private static final int RELAXATIONS = 200;
    private static final int WARM_UP_RELAXATIONS = 15;

    private final String name;
    private final double relaxation;
    private final double mean;
    private final double p95;

    KnownQueue(String name, double relaxation, double mean, double p95) {
        this.name = name;
        this.relaxation = relaxation;
        this.mean = mean;
        this.p95 = p95;
    }

    final String name() {
        return name;
    }

    final double mean() {
        return mean;
    }

    final double p95() {
        return p95;
    }

    /** The times in the queue of all who leave in one run. */
    final LatencyHistogram observe(long seed, int replication) {
        LatencyHistogram times = LatencyHistogram.of(name);
        Run run = start(seed, replication, times);
        run.until(picos(WARM_UP_RELAXATIONS * relaxation));
        times.reset();
        run.until(picos((WARM_UP_RELAXATIONS + RELAXATIONS) * relaxation));
        return times;
    }

    abstract Run start(long seed, int replication, LatencyHistogram times);

    static long picos(double units) {
        return Math.round(units * UNIT_PICOS);
    }

    /** A simulation under way. */
    interface Run {
        void until(long picos);
    }
}
