package dev.trapline.engine;

import java.util.Arrays;

/**
 * Entries in the order of a {@link LadderQueue} that come while the {@link SortedRun} is long: an implicit 4-ary heap, where the
 * children of slot s are 4s+1 .. 4s+4. Compared to a binary heap it is half as deep, and the instants that a step down compares
 * lie side by side (LaMarca and Ladner, The Influence of Caches on the Performance of Heaps, 1996).
 */
final class NearHeap {
    private static final int ARITY = 4;
    private static final int INITIAL_CAPACITY = 64;

    private long[] instants = new long[INITIAL_CAPACITY];
    private long[] orders = new long[INITIAL_CAPACITY];
    private int[] timers = new int[INITIAL_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the instant of the first entry; there must be one. */
    long firstInstant() {
        return instants[0];
    }

    /** Returns phase and order of arming of the first entry; there must be one. */
    long firstOrder() {
        return orders[0];
    }

    /** Returns the timer of the first entry; there must be one. */
    int firstTimer() {
        return timers[0];
    }

    void add(long instant, long order, int timer) {
        if (size == timers.length) {
            grow();
        }
        int slot = size++;
        while (slot > 0) {
            int parent = (slot - 1) / ARITY;
            if (!goesBefore(instant, order, parent)) {
                break;
            }
            move(parent, slot);
            slot = parent;
        }
        put(slot, instant, order, timer);
    }

    /** Takes the first entry out; there must be one. */
    void removeFirst() {
        size--;
        if (size > 0) {
            sink(0, instants[size], orders[size], timers[size]);
        }
    }

    /** Hands all entries over, in no order, and is empty. */
    void drainTo(Ladder ladder) {
        for (int slot = 0; slot < size; slot++) {
            ladder.add(instants[slot], orders[slot], timers[slot]);
        }
        size = 0;
    }

    /** Returns the instant of the last entry; there must be one. */
    long latestInstant() {
        long latest = instants[0];
        for (int slot = 1; slot < size; slot++) {
            latest = Math.max(latest, instants[slot]);
        }
        return latest;
    }

    /** Takes out what was cancelled. */
    void purge(Armings armings) {
        int kept = 0;
        for (int slot = 0; slot < size; slot++) {
            if (armings.isLive(timers[slot], orders[slot])) {
                move(slot, kept++);
            } else {
                armings.drop();
            }
        }
        size = kept;
        for (int slot = (size - 2) / ARITY; slot >= 0 && size > 1; slot--) {
            sink(slot, instants[slot], orders[slot], timers[slot]);
        }
    }

    private void sink(int from, long instant, long order, int timer) {
        int slot = from;
        for (int child = ARITY * slot + 1; child < size; child = ARITY * slot + 1) {
            int least = leastFrom(child);
            if (goesBefore(instant, order, least)) {
                break;
            }
            move(least, slot);
            slot = least;
        }
        put(slot, instant, order, timer);
    }

    private int leastFrom(int firstChild) {
        int least = firstChild;
        int end = Math.min(firstChild + ARITY, size);
        for (int child = firstChild + 1; child < end; child++) {
            if (goesBefore(instants[child], orders[child], least)) {
                least = child;
            }
        }
        return least;
    }

    private boolean goesBefore(long instant, long order, int slot) {
        return instant < instants[slot] || (instant == instants[slot] && order < orders[slot]);
    }

    private void move(int from, int to) {
        put(to, instants[from], orders[from], timers[from]);
    }

    private void put(int slot, long instant, long order, int timer) {
        instants[slot] = instant;
        orders[slot] = order;
        timers[slot] = timer;
    }

    private void grow() {
        int capacity = 2 * timers.length;
        instants = Arrays.copyOf(instants, capacity);
        orders = Arrays.copyOf(orders, capacity);
        timers = Arrays.copyOf(timers, capacity);
    }
}
