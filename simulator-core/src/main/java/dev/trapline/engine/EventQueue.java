package dev.trapline.engine;

import java.util.Arrays;

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
     * An implicit 4-ary heap: the children of slot s are 4s+1 .. 4s+4, its parent is (s-1)/4. Compared to a binary
     * heap it is half as deep, and the four instants that a step down compares lie side by side (LaMarca and Ladner,
     * The Influence of Caches on the Performance of Heaps, 1996).
     *
     * An entry is spread over three parallel arrays, so that comparing touches only primitive arrays and adding
     * allocates nothing. Phase and order of adding share one long: the phase in the top bits, a count of additions
     * below. 61 bits of count last 7,000 years at ten million events a second.
     *
     * Each timer knows its slot, so that it can be removed from the middle in O(log n). Whoever writes timers[s]
     * writes timer.slot too: both happen in place().
     */

    static final int NOT_QUEUED = -1;

    private static final int ARITY = 4;
    private static final int INITIAL_CAPACITY = 64;
    private static final int ADDITION_BITS = 61;

    private long[] instants = new long[INITIAL_CAPACITY];
    private long[] orders = new long[INITIAL_CAPACITY];
    private Timer[] timers = new Timer[INITIAL_CAPACITY];
    private int size;
    private long additions;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the instant of the first timer; the queue must not be empty. */
    long firstInstant() {
        return instants[0];
    }

    /** Returns the instant of a timer that is in this queue. */
    long instantOf(Timer timer) {
        return instants[timer.slot];
    }

    /** Adds a timer that is in no queue. */
    void add(Timer timer, long instant) {
        if (size == timers.length) {
            grow();
        }
        long order = (long) timer.phase.ordinal() << ADDITION_BITS | additions++;
        siftUp(size++, instant, order, timer);
    }

    /** Removes and returns the first timer; the queue must not be empty. */
    Timer removeFirst() {
        Timer first = timers[0];
        remove(first);
        return first;
    }

    /** Removes a timer that is in this queue, wherever it stands. */
    void remove(Timer timer) {
        int hole = timer.slot;
        timer.slot = NOT_QUEUED;
        size--;
        Timer last = timers[size];
        timers[size] = null;
        if (hole < size) {
            refill(hole, instants[size], orders[size], last);
        }
    }

    /** Puts an entry into a hole; it comes from elsewhere in the heap and may belong above or below. */
    private void refill(int hole, long instant, long order, Timer timer) {
        if (hole > 0 && goesBefore(instant, order, parent(hole))) {
            siftUp(hole, instant, order, timer);
        } else {
            siftDown(hole, instant, order, timer);
        }
    }

    private void siftUp(int hole, long instant, long order, Timer timer) {
        int slot = hole;
        while (slot > 0 && goesBefore(instant, order, parent(slot))) {
            int parent = parent(slot);
            place(slot, instants[parent], orders[parent], timers[parent]);
            slot = parent;
        }
        place(slot, instant, order, timer);
    }

    private void siftDown(int hole, long instant, long order, Timer timer) {
        int slot = hole;
        while (firstChild(slot) < size) {
            int child = leastChild(slot);
            if (goesBefore(instant, order, child)) {
                break;
            }
            place(slot, instants[child], orders[child], timers[child]);
            slot = child;
        }
        place(slot, instant, order, timer);
    }

    private int leastChild(int slot) {
        int least = firstChild(slot);
        int end = Math.min(least + ARITY, size);
        for (int child = least + 1; child < end; child++) {
            if (goesBefore(instants[child], orders[child], least)) {
                least = child;
            }
        }
        return least;
    }

    private boolean goesBefore(long instant, long order, int slot) {
        return instant < instants[slot] || (instant == instants[slot] && order < orders[slot]);
    }

    private void place(int slot, long instant, long order, Timer timer) {
        instants[slot] = instant;
        orders[slot] = order;
        timers[slot] = timer;
        timer.slot = slot;
    }

    private void grow() {
        int capacity = 2 * timers.length;
        instants = Arrays.copyOf(instants, capacity);
        orders = Arrays.copyOf(orders, capacity);
        timers = Arrays.copyOf(timers, capacity);
    }

    private static int parent(int slot) {
        return (slot - 1) / ARITY;
    }

    /** Returns the slot of the first child; beyond 2^29 timers it would overflow, long after the memory. */
    private static int firstChild(int slot) {
        return ARITY * slot + 1;
    }
}
