package dev.trapline.engine;

/**
 * An {@link EventQueue} for many timers: what is due soon in order, what is due later in buckets of time that nobody sorts before
 * they are due.
 */
final class LadderQueue extends EventQueue {

    /*
     * All that is due up to the horizon is near: the first entry stands in fields of its own, and what follows it is kept in order
     * in the run, few entries among which a new one is put in its place. All that is due later lies in the ladder, in buckets of
     * time that nobody sorts before they are due. When nothing is near, the ladder sorts its next bucket into the run, and the
     * horizon moves to the end of that bucket. When too much has come before the horizon, what is near becomes buckets of the
     * ladder and the horizon comes nearer. While timers are few, all are near and the horizon is the end of time.
     *
     * Buckets do not help against a crowd at one instant, of which the order of adding and the phase decide. Then the run may be
     * long, and what comes before the horizon goes into a heap beside it.
     *
     * An entry is an instant, an order and the number of a timer. Phase and order of adding share one long: the phase in the
     * top bits, a count of additions below. 61 bits of count last 7,000 years at ten million events a second.
     *
     * To remove a timer is to forget its order (Armings): its entry is dropped when it is met. When more of such entries than of
     * live ones have gathered, all are looked through, so that the cost of that is a step or two for each removal.
     *
     * In the ladder an entry has the low bits of its order only, as many as count a turn. An entry of a removed timer must not
     * be there when its bits come round: a timer that was added half a turn ago is looked for when it is removed, and every half
     * turn all are.
     */

    private static final long ADDITION = (1L << ADDITION_BITS) - 1;
    private static final int NONE = -1;
    /** A run so many times as long as the heap is not moved: an entry costs at most so many moves of others. */
    private static final int LONG_RUN = 16;

    private final QueueSizes sizes;
    private final Armings armings;
    private final SortedRun run = new SortedRun();
    private final NearHeap heap = new NearHeap();
    private final Ladder ladder;
    private final int few;
    private final long halfTurn;
    /** The first entry of all that is near; its timer is {@link #NONE} if nothing is. */
    private int firstTimer = NONE;
    private long firstInstant;
    private long firstOrder;
    private long horizon = Long.MAX_VALUE;
    /** Beyond this what is near spills into the ladder; it grows where a rung would not help. */
    private int heapAtMost;
    private int size;
    private long additions;

    LadderQueue() {
        this(QueueSizes.DEFAULT);
    }

    LadderQueue(QueueSizes sizes) {
        this.sizes = sizes;
        armings = new Armings(sizes.turnBits());
        ladder = new Ladder(armings, sizes);
        heapAtMost = sizes.heap();
        few = sizes.few();
        halfTurn = 1L << sizes.turnBits() - 1;
    }

    @Override
    int size() {
        return size;
    }

    /** Returns the number of entries, with those of timers that were removed; counted one by one. */
    int entries() {
        return near() + ladder.entries();
    }

    /** Returns the number of entries of timers that were removed. */
    int cancelled() {
        return armings.cancelled();
    }

    /** Returns the number of entries that are not in the ladder. */
    int near() {
        return run.size() + heap.size() + (firstTimer == NONE ? 0 : 1);
    }

    @Override
    void grow(int timers) {
        armings.grow(timers);
    }

    @Override
    boolean contains(int timer) {
        return armings.isArmed(timer);
    }

    @Override
    void add(int timer, Phase phase, long instant) {
        long order = (long) phase.ordinal() << ADDITION_BITS | additions++;
        if ((additions & halfTurn - 1) == 0) {
            purge();
        }
        armings.arm(timer, order);
        size++;
        if (instant > horizon) {
            ladder.add(instant, order, timer);
        } else if (firstTimer == NONE) {
            setFirst(instant, order, timer);
        } else if (goesFirst(instant, order)) {
            goFirst(instant, order, timer);
        } else {
            addNear(instant, order, timer);
        }
    }

    @Override
    void remove(int timer) {
        boolean old = additions - (armings.order(timer) & ADDITION) >= halfTurn;
        armings.cancel(timer);
        size--;
        if (old || armings.cancelled() > size + sizes.removed()) {
            purge();
        }
    }

    @Override
    long firstInstant() {
        if (firstTimer == NONE || !armings.isLive(firstTimer, firstOrder)) {
            searchFirst();
        }
        return firstInstant;
    }

    @Override
    int removeFirst() {
        int timer = firstTimer;
        armings.disarm(timer);
        size--;
        takeNext();
        return timer;
    }

    /** Drops what was cancelled from the front, and has the ladder fill the run when nothing is near. */
    private void searchFirst() {
        while (firstTimer == NONE || !armings.isLive(firstTimer, firstOrder)) {
            if (firstTimer == NONE) {
                horizon = ladder.advance(run);
                heapAtMost = sizes.heap();
            } else {
                armings.drop();
            }
            takeNext();
        }
    }

    /** Makes the next of all that is near the first. */
    private void takeNext() {
        if (!heap.isEmpty() && (run.isEmpty() || heapGoesBeforeRun())) {
            setFirst(heap.firstInstant(), heap.firstOrder(), heap.firstTimer());
            heap.removeFirst();
        } else if (!run.isEmpty()) {
            setFirst(run.firstInstant(), run.firstOrder(), run.firstTimer());
            run.removeFirst();
        } else {
            firstTimer = NONE;
        }
    }

    private void goFirst(long instant, long order, int timer) {
        if (run.size() < few) {
            run.push(firstInstant, firstOrder, firstTimer);
            setFirst(instant, order, timer);
        } else {
            long secondInstant = firstInstant;
            long secondOrder = firstOrder;
            int second = firstTimer;
            setFirst(instant, order, timer);
            addToHeap(secondInstant, secondOrder, second);
        }
    }

    private void setFirst(long instant, long order, int timer) {
        firstInstant = instant;
        firstOrder = order;
        firstTimer = timer;
    }

    private boolean goesFirst(long instant, long order) {
        return instant < firstInstant || (instant == firstInstant && order < firstOrder);
    }

    private boolean heapGoesBeforeRun() {
        long ofRun = run.firstInstant();
        long ofHeap = heap.firstInstant();
        return ofHeap < ofRun || (ofHeap == ofRun && heap.firstOrder() < run.firstOrder());
    }

    /** Adds an entry that comes after the first. */
    private void addNear(long instant, long order, int timer) {
        if (run.size() < few) {
            run.insert(instant, order, timer);
        } else {
            addToHeap(instant, order, timer);
        }
    }

    private void addToHeap(long instant, long order, int timer) {
        heap.add(instant, order, timer);
        if (heap.size() > heapAtMost) {
            spill();
        }
    }

    /**
     * Moves all that is near into a new lowest rung of the ladder, unless it is all of one instant, where no rung helps: what
     * comes later than such a crowd is then kept from it. A long run is moved for as many entries only.
     */
    private void spill() {
        long latest = Math.max(heap.latestInstant(), run.isEmpty() ? firstInstant : run.latestInstant());
        if (!ladder.hasRoomForARung() || run.size() > LONG_RUN * heap.size()) {
            heapAtMost *= 2;
        } else if (firstInstant == latest) {
            keepApart(latest);
        } else {
            if (ladder.isEmpty()) {
                horizon = latest;
            }
            ladder.openRung(firstInstant, latest, horizon, near());
            horizon = firstInstant - 1;
            ladder.add(firstInstant, firstOrder, firstTimer);
            firstTimer = NONE;
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
        if (firstTimer != NONE && !armings.isLive(firstTimer, firstOrder)) {
            armings.drop();
            takeNext();
        }
    }
}
