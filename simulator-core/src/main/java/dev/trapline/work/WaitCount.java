package dev.trapline.work;

/** How many requests of each class wait, and the exact integral of that over time. */
final class WaitCount {
    private final long[] counts;
    private final long[] integrals;
    /** All that waits, of whichever class. */
    private long waiting;
    /** The integral of all that waits. */
    private long total;
    private long since;

    WaitCount(int classes) {
        counts = new long[classes];
        integrals = new long[classes];
    }

    void add(int owner, long change, long now) {
        update(now);
        counts[owner] += change;
        waiting += change;
    }

    /** Adds all that waits in {@code other}, so many times (1 or -1). */
    void addAll(WaitCount other, int times, long now) {
        if (other.waiting == 0) {
            return;
        }
        update(now);
        for (int i = 0; i < counts.length; i++) {
            counts[i] += times * other.counts[i];
        }
        waiting += times * other.waiting;
    }

    long integral(int owner, long now) {
        update(now);
        return integrals[owner];
    }

    /** The integral of all that waits, of whichever class. */
    long total(long now) {
        if (waiting > 0) {
            update(now);
        }
        return total;
    }

    long count(int owner) {
        return counts[owner];
    }

    private void update(long now) {
        if (now != since) {
            if (waiting > 0) {
                accumulate(now - since);
            }
            since = now;
        }
    }

    private void accumulate(long passed) {
        total += waiting * passed;
        for (int i = 0; i < counts.length; i++) {
            integrals[i] += counts[i] * passed;
        }
    }
}
