package dev.trapline.engine;

/**
 * The armed timers of one simulation, the next one first.
 *
 * <p><b>Contract.</b> The order is total: the earlier instant goes first; at equal instants the earlier {@link Phase};
 * in equal phases the one that was added first. A timer that was removed and added again counts as added anew. Nothing
 * else, neither capacity nor history, has any influence, so that another structure that keeps this contract gives the
 * same run.
 */
final class EventQueue {

    /*
     * All that is due up to the horizon is near, and is kept in order in the run: few entries, of which the first is taken and
     * among which a new one is put in its place. All that is due later lies in the ladder, in buckets of time that nobody sorts
     * before they are due. When the run is empty, the ladder sorts its next bucket into it, and the horizon moves to the end of
     * that bucket. When too much has come before the horizon, the run becomes buckets of the ladder and the horizon comes nearer.
     * While timers are few, all are in the run and the horizon is the end of time.
     *
     * Buckets do not help against a crowd at one instant, of which the order of adding and the phase decide. Then the run may be
     * long, and what comes before the horizon goes into a heap beside it.
     *
     * An entry is an instant, an order and the number of a timer. Phase and order of adding share one long: the phase in the
     * top bits, a count of additions below. 61 bits of count last 7,000 years at ten million events a second.
     *
     * To remove a timer is to forget its order (Armings): its entry is dropped when it is met. When more of such entries than of
     * live ones have gathered, all are looked through, so that the cost of that is a step or two for each removal.
     */

    private static final int ADDITION_BITS = 61;
    /** A run so many times as long as the heap is not moved: an entry costs at most so many moves of others. */
    private static final int LONG_RUN = 16;

    private final QueueSizes sizes;
    private final Armings armings = new Armings();
    private final SortedRun run = new SortedRun();
    private final NearHeap heap = new NearHeap();
    private final Ladder ladder;
    private long horizon = Long.MAX_VALUE;
    /** Beyond this what is near spills into the ladder; it grows where a rung would not help. */
    private int heapAtMost;
    private int size;
    private int removed;
    private long additions;

    EventQueue() {
        this(QueueSizes.DEFAULT);
    }

    EventQueue(QueueSizes sizes) {
        this.sizes = sizes;
        ladder = new Ladder(armings, sizes);
        heapAtMost = sizes.heap();
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the number of entries, with those of timers that were removed; counted one by one. */
    int entries() {
        return run.size() + heap.size() + ladder.entries();
    }

    /** Returns the number of entries that are not in the ladder. */
    int near() {
        return run.size() + heap.size();
    }

    /** Makes room for timers up to this number. */
    void grow(int timers) {
        armings.grow(timers);
    }

    boolean contains(int timer) {
        return armings.isArmed(timer);
    }

    /** Adds a timer that is not in this queue. */
    void add(int timer, Phase phase, long instant) {
        long order = (long) phase.ordinal() << ADDITION_BITS | additions++;
        armings.arm(timer, order);
        size++;
        if (instant > horizon) {
            ladder.add(instant, order, timer);
            return;
        }
        if (run.size() < sizes.few()) {
            run.insert(instant, order, timer);
        } else {
            heap.add(instant, order, timer);
            if (heap.size() > heapAtMost) {
                spill();
            }
        }
    }

    /** Removes a timer that is in this queue, wherever it stands. */
    void remove(int timer) {
        armings.disarm(timer);
        size--;
        removed++;
        if (removed > size + sizes.removed()) {
            purge();
        }
    }

    /** Returns the instant of the first timer; the queue must not be empty. */
    long firstInstant() {
        if (heap.isEmpty() && !run.isEmpty() && armings.isLive(run.firstTimer(), run.firstOrder())) {
            return run.firstInstant();
        }
        return searchFirst();
    }

    /** Drops what was cancelled from the front of run and heap, and fills the run when both are empty. */
    private long searchFirst() {
        while (true) {
            while (!run.isEmpty() && !armings.isLive(run.firstTimer(), run.firstOrder())) {
                run.removeFirst();
                removed--;
            }
            while (!heap.isEmpty() && !armings.isLive(heap.firstTimer(), heap.firstOrder())) {
                heap.removeFirst();
                removed--;
            }
            if (!heap.isEmpty() || !run.isEmpty()) {
                return heap.isEmpty() || runGoesFirst() ? run.firstInstant() : heap.firstInstant();
            }
            horizon = ladder.advance(run);
            removed -= ladder.takeDropped();
            heapAtMost = sizes.heap();
        }
    }

    /** Removes the first timer and returns its number; {@link #firstInstant} must have been called since the last change. */
    int removeFirst() {
        int timer;
        if (heap.isEmpty() || runGoesFirst()) {
            timer = run.firstTimer();
            run.removeFirst();
        } else {
            timer = heap.firstTimer();
            heap.removeFirst();
        }
        armings.disarm(timer);
        size--;
        return timer;
    }

    /** Tells which of run and heap has the first entry; there is one in the heap. */
    private boolean runGoesFirst() {
        if (run.isEmpty()) {
            return false;
        }
        long ofRun = run.firstInstant();
        long ofHeap = heap.firstInstant();
        return ofRun < ofHeap || (ofRun == ofHeap && run.firstOrder() < heap.firstOrder());
    }

    /**
     * Moves all that is near into a new lowest rung of the ladder, unless it is all of one instant, where no rung helps: what
     * comes later than such a crowd is then kept from it. A long run is moved for as many entries only.
     */
    private void spill() {
        long first = heap.firstInstant();
        long latest = heap.latestInstant();
        if (!run.isEmpty()) {
            first = Math.min(first, run.firstInstant());
            latest = Math.max(latest, run.latestInstant());
        }
        if (!ladder.hasRoomForARung() || run.size() > LONG_RUN * heap.size()) {
            heapAtMost *= 2;
        } else if (first == latest) {
            keepApart(latest);
        } else {
            if (ladder.isEmpty()) {
                horizon = latest;
            }
            ladder.openRung(first, latest, horizon, near());
            horizon = first - 1;
            heap.drainTo(ladder);
            run.drainTo(ladder);
        }
    }

    /** Brings the horizon back to the crowd of one instant that all that is near is; if it is there already, the heap has them. */
    private void keepApart(long crowd) {
        if (crowd == horizon) {
            heapAtMost *= 2;
            return;
        }
        if (!ladder.isEmpty()) {
            ladder.openRung(crowd + 1, horizon, horizon, 0);
        }
        horizon = crowd;
    }

    private void purge() {
        run.purge(armings);
        heap.purge(armings);
        ladder.purge();
        ladder.takeDropped();
        removed = 0;
    }
}
