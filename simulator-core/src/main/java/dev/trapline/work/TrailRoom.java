package dev.trapline.work;

import java.util.Arrays;

/**
 * Room for the parts of trails, in pieces of a few parts that trails have while they lead somewhere and others have after them: memory
 * follows how much all trails hold at once, not how many there are nor how long one of them once was.
 */
public final class TrailRoom {
    /** Parts in a piece, as a power of two. */
    static final int PART_BITS = 4;
    /** Of each part its count with its slot, and its picoseconds. */
    static final int OF_PART = 2;

    private long[][] idle = new long[4][];
    private int size;
    private long[][][] idleLists = new long[4][][];
    private int lists;
    private int longest = 2;

    long[] take() {
        return size == 0 ? new long[OF_PART << PART_BITS] : idle[--size];
    }

    void giveBack(long[] piece) {
        if (size == idle.length) {
            idle = Arrays.copyOf(idle, size * 2);
        }
        idle[size++] = piece;
    }

    /** A list for a trail's pieces, empty; a new one is as long as any has been. */
    long[][] takeList() {
        return lists == 0 ? new long[longest][] : idleLists[--lists];
    }

    /** A longer list with the pieces of one that is full. */
    long[][] longer(long[][] full) {
        longest = Math.max(longest, full.length * 2);
        return Arrays.copyOf(full, full.length * 2);
    }

    void giveBack(long[][] emptied) {
        if (lists == idleLists.length) {
            idleLists = Arrays.copyOf(idleLists, lists * 2);
        }
        idleLists[lists++] = emptied;
    }
}
