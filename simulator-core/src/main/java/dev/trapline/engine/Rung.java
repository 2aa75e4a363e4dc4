package dev.trapline.engine;

/**
 * One step of the {@link Ladder}: a stretch of time cut into buckets of equal width, a power of two. Entries of buckets that have
 * been taken are behind it: none may be added there.
 */
final class Rung {
    /** Buckets are made for so many entries each. */
    private static final int ENTRIES_PER_BUCKET = 2;
    private static final int FEWEST_BUCKETS = 8;
    /**
     * What is too much for one rung will be spread twice, and then the first time over fewer buckets by this factor: the
     * lists that are written in turns had better stay in the cache.
     */
    private static final int CUT_TWICE = 8;

    private final Entries entries;
    /** List and number of entries of bucket b are at 2b and 2b + 1. */
    private int[] buckets = new int[2 * FEWEST_BUCKETS];
    private final int mostBuckets;
    private long start;
    private long end;
    private int shift;
    private int last;
    private int next;

    Rung(Entries entries, int mostBuckets) {
        this.entries = entries;
        this.mostBuckets = mostBuckets;
    }

    /**
     * Makes buckets for a stretch of time; all are empty.
     *
     * @param first the earliest instant
     * @param latest the latest instant of the entries known now; what comes later goes into the last bucket
     * @param end the latest instant at all
     * @param count how many entries there are
     */
    void cover(long first, long latest, long end, int count) {
        int wanted = Math.max(FEWEST_BUCKETS, count / ENTRIES_PER_BUCKET);
        if (wanted > mostBuckets) {
            wanted = Math.max(FEWEST_BUCKETS, mostBuckets / CUT_TWICE);
        }
        int bits = 32 - Integer.numberOfLeadingZeros(wanted - 1);
        start = first;
        this.end = end;
        shift = Math.max(0, 64 - Long.numberOfLeadingZeros(latest - first) - bits);
        last = (int) (latest - first >>> shift);
        next = 0;
        if (2 * last >= buckets.length) {
            buckets = new int[Math.max(2 * (last + 1), 2 * buckets.length)];
        }
    }

    boolean covers(long instant) {
        return instant <= end;
    }

    int entries() {
        int sum = 0;
        for (int bucket = next; bucket <= last; bucket++) {
            sum += buckets[2 * bucket + 1];
        }
        return sum;
    }

    void add(long instant, int lowOrder, int timer) {
        int bucket = 2 * (int) Math.min(instant - start >>> shift, last);
        buckets[bucket] = entries.add(buckets[bucket], instant, lowOrder, timer);
        buckets[bucket + 1]++;
    }

    /** Moves on to the next bucket that has entries; false if there is none. */
    boolean advance() {
        while (next <= last && buckets[2 * next + 1] == 0) {
            next++;
        }
        return next <= last;
    }

    /** Tells that the last bucket has been taken: nothing is here, and nothing will be. */
    boolean isExhausted() {
        return next > last;
    }

    /** Returns the number of entries of the bucket that was advanced to. */
    int bucketSize() {
        return buckets[2 * next + 1];
    }

    /** Returns the latest instant that belongs to the bucket that was advanced to. */
    long bucketEnd() {
        return next == last ? end : start + ((next + 1L) << shift) - 1;
    }

    /** Takes the list of the bucket that was advanced to. */
    int takeBucket() {
        int list = buckets[2 * next];
        buckets[2 * next] = Entries.EMPTY;
        buckets[2 * next + 1] = 0;
        next++;
        return list;
    }

    /** Takes out what was cancelled. */
    void purge(Ladder ladder) {
        for (int bucket = next; bucket <= last; bucket++) {
            int list = buckets[2 * bucket];
            buckets[2 * bucket] = Entries.EMPTY;
            buckets[2 * bucket + 1] = 0;
            ladder.move(list, this);
        }
    }
}
