package dev.trapline.engine;

/**
 * The entries of timers that are due later, kept coarsely (after Tang, Goh and Thng, Ladder Queue, ACM TOMACS 15 (2005) 175).
 *
 * <p>Each rung cuts a stretch of time into buckets of equal width and has a list for each. The lowest rung has the finest
 * buckets and the next stretch of time, the one above it what follows, and so on; what is later than all rungs is in one list,
 * the top. To add an entry is to append it to one of these lists. When a bucket is due and has few entries, they are sorted; if
 * it has many, they are spread over a new, finer rung below, whose widths follow from what is in the bucket; if no rung is
 * left, so is the top. An entry is thus moved about once for each factor of a thousand in their number, whatever the
 * distribution of instants, and a crowd in one place makes no bucket elsewhere too narrow or too wide, which is what
 * calendar queues suffer from.
 */
final class Ladder {
    private static final int MOST_RUNGS = 32;

    private final Armings armings;
    private final QueueSizes sizes;
    private final int few;
    private final Entries entries = new Entries();
    private final Rung[] rungs = new Rung[MOST_RUNGS];
    private int rungCount;
    private int top = Entries.EMPTY;
    private int topCount;
    /** Of the live entries of the list that was {@link #survey}ed last: the bounds of their instants, and how many they are. */
    private long first;
    private long latest;
    private int live;

    Ladder(Armings armings, QueueSizes sizes) {
        this.armings = armings;
        this.sizes = sizes;
        few = sizes.few();
    }

    boolean isEmpty() {
        return rungCount == 0 && topCount == 0;
    }

    int entries() {
        int sum = topCount;
        for (int rung = 0; rung < rungCount; rung++) {
            sum += rungs[rung].entries();
        }
        return sum;
    }

    /** Adds an entry that is due after the horizon. */
    void add(long instant, long order, int timer) {
        int lowOrder = armings.lowOrder(order);
        for (int rung = rungCount - 1; rung >= 0; rung--) {
            if (rungs[rung].covers(instant)) {
                rungs[rung].add(instant, lowOrder, timer);
                return;
            }
        }
        addToTop(instant, lowOrder, timer);
    }

    /**
     * Sorts the entries that are due next into the run, which is empty: the next bucket, or all that are left, if they are few.
     *
     * @return the horizon: nothing that is due at this instant or earlier is left here
     */
    long advance(SortedRun run) {
        while (rungCount > 0 || topCount > few / 2) {
            if (rungCount == 0) {
                spreadTop();
            } else if (!rungs[rungCount - 1].advance()) {
                rungCount--;
            } else {
                long end = rungs[rungCount - 1].bucketEnd();
                if (!takeBucket(rungs[rungCount - 1], end, run)) {
                    return horizonOf(run, end);
                }
            }
        }
        int left = topCount;
        collect(takeTop(), left, run);
        return Long.MAX_VALUE;
    }

    /**
     * Makes a finer rung for a stretch of time that comes before all that is here; see {@link Rung#cover}. Rungs whose last
     * bucket has been taken go first: a far timer makes last buckets long, and each would leave its rung behind.
     */
    void openRung(long from, long to, long end, int count) {
        while (rungCount > 0 && rungs[rungCount - 1].isExhausted()) {
            rungCount--;
        }
        if (rungs[rungCount] == null) {
            rungs[rungCount] = new Rung(entries, sizes.mostBuckets());
        }
        rungs[rungCount++].cover(from, to, end, count);
    }

    boolean hasRoomForARung() {
        return rungCount < MOST_RUNGS;
    }

    /** Takes out what was cancelled. */
    void purge() {
        for (int rung = 0; rung < rungCount; rung++) {
            rungs[rung].purge(this);
        }
        move(takeTop(), null);
    }

    /** Takes the next bucket of the lowest rung: to a finer rung, which is true, or to the run. */
    private boolean takeBucket(Rung rung, long end, SortedRun run) {
        int count = rung.bucketSize();
        int list = rung.takeBucket();
        if (count > few && hasRoomForARung()) {
            survey(list);
            if (first < latest && live > few) {
                openRung(first, latest, end, live);
                move(list, rungs[rungCount - 1]);
                return true;
            }
        }
        collect(list, count, run);
        return run.isEmpty();
    }

    /** A long run is not to be joined by what comes between its own end and that of its bucket: that has a rung of its own. */
    private long horizonOf(SortedRun run, long end) {
        long latest = run.latestInstant();
        if (run.size() <= few || latest == end || !hasRoomForARung()) {
            return end;
        }
        openRung(latest + 1, end, end, 0);
        return latest;
    }

    private void spreadTop() {
        int list = takeTop();
        survey(list);
        if (live > 0) {
            openRung(first, latest, latest, live);
        }
        move(list, live > 0 ? rungs[0] : null);
    }

    private int takeTop() {
        int list = top;
        top = Entries.EMPTY;
        topCount = 0;
        return list;
    }

    /** Finds number and bounds of the live entries of a list. */
    private void survey(int list) {
        first = Long.MAX_VALUE;
        latest = Long.MIN_VALUE;
        live = 0;
        for (int rest = list; rest != Entries.EMPTY; rest = entries.withoutBlock(rest)) {
            for (int at = Entries.blockStart(rest); at < rest; at++) {
                if (armings.isLive(entries.timer(at), entries.lowOrder(at))) {
                    live++;
                    first = Math.min(first, entries.instant(at));
                    latest = Math.max(latest, entries.instant(at));
                }
            }
        }
    }

    /** Moves the live entries of a list to a rung, or, if there is none, to the top, and gives the list back. */
    void move(int list, Rung rung) {
        for (int rest = list; rest != Entries.EMPTY; rest = entries.dropBlock(rest)) {
            for (int at = Entries.blockStart(rest); at < rest; at++) {
                int lowOrder = entries.lowOrder(at);
                int timer = entries.timer(at);
                if (!armings.isLive(timer, lowOrder)) {
                    armings.drop();
                } else if (rung != null) {
                    rung.add(entries.instant(at), lowOrder, timer);
                } else {
                    addToTop(entries.instant(at), lowOrder, timer);
                }
            }
        }
    }

    private void collect(int list, int count, SortedRun run) {
        run.clear(count);
        for (int rest = list; rest != Entries.EMPTY; rest = entries.dropBlock(rest)) {
            for (int at = Entries.blockStart(rest); at < rest; at++) {
                int timer = entries.timer(at);
                if (armings.isLive(timer, entries.lowOrder(at))) {
                    run.append(entries.instant(at), armings.order(timer), timer);
                } else {
                    armings.drop();
                }
            }
        }
        run.sort();
    }

    private void addToTop(long instant, int lowOrder, int timer) {
        top = entries.add(top, instant, lowOrder, timer);
        topCount++;
    }
}
