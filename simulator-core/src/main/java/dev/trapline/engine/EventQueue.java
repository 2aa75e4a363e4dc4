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
     * What is due up to the horizon is near: in a sorted run, which is taken from its front, and in a heap, for what was added since the run
     * was sorted. What is due later is in the ladder. A few timers are in the heap alone, with the end of time as their horizon.
     *
     * An entry is an instant, an order and the number of a timer. Phase and order of adding share one long: the phase in the top bits, a
     * count of additions below. 61 bits of count last 7,000 years at ten million events a second.
     *
     * To remove a timer is to forget its order (Armings): its entry is dropped when it is met. There are never many more of such entries than
     * of live ones, because then all are looked through.
     */

    private static final int ADDITION_BITS = 61;
    /** Beyond this the heap spills into the ladder. */
    private static final int HEAP_AT_MOST = 64;
    /** So many removed entries are always borne with. */
    private static final int REMOVED_AT_LEAST = 256;

    private final Armings armings = new Armings();
    private final SortedRun run = new SortedRun();
    private final NearHeap heap = new NearHeap();
    private final Ladder ladder = new Ladder(armings);
    private long horizon = Long.MAX_VALUE;
    private int heapAtMost = HEAP_AT_MOST;
    private int size;
    private int removed;
    private long additions;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
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
        heap.add(instant, order, timer);
        if (heap.size() > heapAtMost) {
            spill();
        }
    }

    /** Removes a timer that is in this queue, wherever it stands. */
    void remove(int timer) {
        armings.disarm(timer);
        size--;
        removed++;
        if (removed > size + REMOVED_AT_LEAST) {
            purge();
        }
    }

    /** Returns the instant of the first timer; the queue must not be empty. */
    long firstInstant() {
        while (true) {
            while (!run.isEmpty() && !armings.isLive(run.firstTimer(), run.firstOrder())) {
                run.removeFirst();
                removed--;
            }
            while (!heap.isEmpty() && !armings.isLive(heap.firstTimer(), heap.firstOrder())) {
                heap.removeFirst();
                removed--;
            }
            if (heap.isEmpty()) {
                if (!run.isEmpty()) {
                    return run.firstInstant();
                }
                horizon = ladder.advance(run, heap);
                removed -= ladder.takeDropped();
                heapAtMost = HEAP_AT_MOST;
            } else {
                return runGoesFirst() ? run.firstInstant() : heap.firstInstant();
            }
        }
    }

    /** Removes the first timer and returns its number; {@link #firstInstant} must have been called since the last change. */
    int removeFirst() {
        int timer;
        if (runGoesFirst()) {
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

    private boolean runGoesFirst() {
        if (run.isEmpty() || heap.isEmpty()) {
            return heap.isEmpty();
        }
        long ofRun = run.firstInstant();
        long ofHeap = heap.firstInstant();
        return ofRun < ofHeap || (ofRun == ofHeap && run.firstOrder() < heap.firstOrder());
    }

    /** Moves all that is near into a new lowest rung of the ladder, unless it is all of one instant, where no rung helps. */
    private void spill() {
        long first = heap.firstInstant();
        long latest = heap.latestInstant();
        if (!run.isEmpty()) {
            first = Math.min(first, run.firstInstant());
            latest = Math.max(latest, run.latestInstant());
        }
        if (first == latest || !ladder.hasRoomForARung()) {
            heapAtMost *= 2;
            return;
        }
        if (ladder.isEmpty()) {
            horizon = latest;
        }
        ladder.openRung(first, latest, horizon, heap.size() + run.size());
        horizon = first - 1;
        heap.drainTo(ladder);
        run.drainTo(ladder);
    }

    private void purge() {
        run.purge(armings);
        heap.purge(armings);
        ladder.purge();
        ladder.takeDropped();
        removed = 0;
    }
}
