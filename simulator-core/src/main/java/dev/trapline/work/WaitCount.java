package dev.trapline.work;

/** How many requests of each class wait, and the exact integral of that over time. */
final class WaitCount {
    private final long[] counts;
    private final long[] integrals;
    private long since;

    WaitCount(int classes) {
        counts = new long[classes];
        integrals = new long[classes];
    }

    void add(int owner, long change, long now) {
        update(now);
        counts[owner] += change;
    }

    /** Adds all that waits in {@code other}, so many times (1 or -1). */
    void addAll(WaitCount other, int times, long now) {
        update(now);
        for (int i = 0; i < counts.length; i++) {
            counts[i] += times * other.counts[i];
        }
    }

    long integral(int owner, long now) {
        update(now);
        return integrals[owner];
    }

    long count(int owner) {
        return counts[owner];
    }

    private void update(long now) {
        if (now != since) {
            long passed = now - since;
            for (int i = 0; i < counts.length; i++) {
                integrals[i] += counts[i] * passed;
            }
            since = now;
        }
    }
}
