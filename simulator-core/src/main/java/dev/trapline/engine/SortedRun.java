package dev.trapline.engine;

import java.util.Arrays;

/**
 * Entries in the order of {@link EventQueue}, the next one last: it is taken from the end, and what is due soon moves little.
 * While they are few, as they are but for crowds at one instant, to put another one between them costs less than a step of a heap.
 */
final class SortedRun {
    private static final int INITIAL_CAPACITY = 64;
    /** Up to here insertion beats merging. */
    private static final int INSERTION = 64;

    private long[] keys = new long[2 * INITIAL_CAPACITY];
    private int[] timers = new int[INITIAL_CAPACITY];
    private int end;
    private long[] otherKeys = new long[0];
    private int[] otherTimers = new int[0];

    int size() {
        return end;
    }

    boolean isEmpty() {
        return end == 0;
    }

    /** Returns the instant of the first entry; there must be one. */
    long firstInstant() {
        return keys[2 * end - 2];
    }

    /** Returns phase and order of arming of the first entry; there must be one. */
    long firstOrder() {
        return keys[2 * end - 1];
    }

    /** Returns the timer of the first entry; there must be one. */
    int firstTimer() {
        return timers[end - 1];
    }

    /** Returns the instant of the last entry; there must be one. */
    long latestInstant() {
        return keys[0];
    }

    /** Takes the first entry out; there must be one. */
    void removeFirst() {
        end--;
    }

    /** Puts an entry in its place; what comes before it moves on by one. */
    void insert(long instant, long order, int timer) {
        if (end == timers.length) {
            grow();
        }
        int slot = end++;
        while (slot > 0 && goesBehind(instant, order, slot - 1)) {
            put(slot, keys[2 * slot - 2], keys[2 * slot - 1], timers[slot - 1]);
            slot--;
        }
        put(slot, instant, order, timer);
    }

    /** Is empty, with room for so many entries; they are appended in any order and then {@link #sort}ed. */
    void clear(int capacity) {
        if (capacity > timers.length) {
            int room = Math.max(capacity, 2 * timers.length);
            keys = new long[2 * room];
            timers = new int[room];
        }
        end = 0;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * keys.length);
        timers = Arrays.copyOf(timers, 2 * timers.length);
    }

    /** Adds an entry that comes before all that are here. */
    void push(long instant, long order, int timer) {
        if (end == timers.length) {
            grow();
        }
        put(end++, instant, order, timer);
    }

    void append(long instant, long order, int timer) {
        put(end++, instant, order, timer);
    }

    void sort() {
        if (end <= INSERTION) {
            sortByInsertion(0, end);
        } else {
            sortByMerging();
        }
    }

    void drainTo(Ladder ladder) {
        for (int i = 0; i < end; i++) {
            ladder.add(keys[2 * i], keys[2 * i + 1], timers[i]);
        }
        end = 0;
    }

    /** Takes out what was cancelled. */
    void purge(Armings armings) {
        int kept = 0;
        for (int i = 0; i < end; i++) {
            if (armings.isLive(timers[i], keys[2 * i + 1])) {
                put(kept++, keys[2 * i], keys[2 * i + 1], timers[i]);
            } else {
                armings.drop();
            }
        }
        end = kept;
    }

    private void sortByInsertion(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long instant = keys[2 * i];
            long order = keys[2 * i + 1];
            int timer = timers[i];
            int slot = i;
            while (slot > from && goesBehind(instant, order, slot - 1)) {
                put(slot, keys[2 * slot - 2], keys[2 * slot - 1], timers[slot - 1]);
                slot--;
            }
            put(slot, instant, order, timer);
        }
    }

    /** Tells whether an entry is due after the one in a slot. */
    private boolean goesBehind(long instant, long order, int slot) {
        return instant > keys[2 * slot] || (instant == keys[2 * slot] && order > keys[2 * slot + 1]);
    }

    private void sortByMerging() {
        int width = INSERTION / 2;
        for (int from = 0; from < end; from += width) {
            sortByInsertion(from, Math.min(from + width, end));
        }
        if (otherTimers.length < end) {
            otherKeys = new long[keys.length];
            otherTimers = new int[timers.length];
        }
        for (; width < end; width *= 2) {
            for (int from = 0; from < end; from += 2 * width) {
                merge(from, Math.min(from + width, end), Math.min(from + 2 * width, end));
            }
            long[] merged = otherKeys;
            otherKeys = keys;
            keys = merged;
            int[] mergedTimers = otherTimers;
            otherTimers = timers;
            timers = mergedTimers;
        }
    }

    private void merge(int from, int middle, int to) {
        int left = from;
        int right = middle;
        if (middle == to || !goesBehind(keys[2 * middle], keys[2 * middle + 1], middle - 1)) {
            System.arraycopy(keys, 2 * from, otherKeys, 2 * from, 2 * (to - from));
            System.arraycopy(timers, from, otherTimers, from, to - from);
            return;
        }
        for (int slot = from; slot < to; slot++) {
            boolean takeRight = left == middle || (right < to && goesBehind(keys[2 * right], keys[2 * right + 1], left));
            int taken = takeRight ? right++ : left++;
            otherKeys[2 * slot] = keys[2 * taken];
            otherKeys[2 * slot + 1] = keys[2 * taken + 1];
            otherTimers[slot] = timers[taken];
        }
    }

    private void put(int slot, long instant, long order, int timer) {
        keys[2 * slot] = instant;
        keys[2 * slot + 1] = order;
        timers[slot] = timer;
    }
}
