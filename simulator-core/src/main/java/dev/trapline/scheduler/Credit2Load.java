package dev.trapline.scheduler;

import dev.trapline.engine.Time;

/**
 * How many vCPUs want to run, averaged over about a second: the average moves towards the present number by the part of the
 * window that has passed.
 */
final class Credit2Load {
    /** An average of one. */
    static final long ONE = 1 << 18;
    private static final long WINDOW_NANOS = 1 << 30;

    private long average;
    private long runnable;
    private long sinceNanos;

    Credit2Load(long average) {
        this.average = average;
    }

    /** So many more want to run from now on. */
    void change(int by, long now) {
        average(now);
        runnable += by;
    }

    /** The average, {@link #ONE} for one vCPU that always wants to run. */
    long average(long now) {
        long nanos = now / Time.PICOS_PER_NANO;
        long passed = Math.min(WINDOW_NANOS, nanos - sinceNanos);
        average += (runnable * ONE - average) * passed / WINDOW_NANOS;
        sinceNanos = nanos;
        return average;
    }

    /** Someone comes or goes, whose average counts at once. */
    void shift(long by, long now) {
        average = Math.max(0, average(now) + by);
    }
}
