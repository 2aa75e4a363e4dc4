package dev.trapline.work;

/** How many requests of each class wait, and the exact integral of that over time. */
final class WaitCount {
    /** Of each class, side by side: how many wait, and the integral of that. */
    private final long[] entries;
    /** All that waits, of whichever class. */
    private long waiting;
    /** The integral of all that waits. */
    private long total;
    private long since;

    WaitCount(int classes) {
        entries = new long[2 * classes];
    }

    void add(int owner, long change, long now) {
        update(now);
        entries[2 * owner] += change;
        waiting += change;
    }

    /** Adds all that waits in {@code other}, so many times (1 or -1). */
    void addAll(WaitCount other, int times, long now) {
        if (other.waiting == 0) {
            return;
        }
        update(now);
        for (int i = 0; i < entries.length; i += 2) {
            entries[i] += times * other.entries[i];
        }
        waiting += times * other.waiting;
    }

    long integral(int owner, long now) {
        update(now);
        return entries[2 * owner + 1];
    }

    /** The integral of all that waits, of whichever class. */
    long total(long now) {
        if (waiting > 0) {
            update(now);
        }
        return total;
    }

    long count(int owner) {
        return entries[2 * owner];
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
        for (int i = 0; i < entries.length; i += 2) {
            entries[i + 1] += entries[i] * passed;
        }
    }
}
