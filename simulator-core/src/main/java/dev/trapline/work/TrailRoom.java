package dev.trapline.work;

import java.util.Arrays;

/**
 * Room for the parts of trails, in pieces of a few parts that trails have while they lead somewhere and others have after them: memory
 * follows how much all trails hold at once, not how many there are nor how long one of them once was.
 */
public final class TrailRoom {
    /** Parts in a piece, as a power of two. */
    static final int PART_BITS = 5;
    /** Of each part its slot, its picoseconds and its count. */
    static final int OF_PART = 3;

    private long[][] idle = new long[4][];
    private int size;

    long[] take() {
        return size == 0 ? new long[OF_PART << PART_BITS] : idle[--size];
    }

    void giveBack(long[] piece) {
        if (size == idle.length) {
            idle = Arrays.copyOf(idle, size * 2);
        }
        idle[size++] = piece;
    }
}
