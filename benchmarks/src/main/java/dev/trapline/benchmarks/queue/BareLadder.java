package dev.trapline.benchmarks.queue;

import java.util.Arrays;

/**
 * The mark to come near to: a queue of bare instants for exponential increments that are known in advance. Two rungs of
 * buckets, whose widths are set by hand, and a sorted list of the first few. It has no order among equals, no timers,
 * no cancelling and no phases, and goes wrong when the increments change.
 *
 * <p>The coarse rung is a ring that spans twelve times the mean increment; what has the same turn as the bucket that is due goes
 * into the fine rung, which is cut so that one or two instants fall into a bucket.
 */
final class BareLadder {
    private static final int MOST_COARSE = 1024;
    private static final int SPAN = 12;
    private static final int IN_A_BUCKET = 2;
    private static final int ROOM = 4;

    private final long[][] coarse;
    private final int[] inCoarse;
    private final long[][] fine;
    private final int[] inFine;
    private final int coarseShift;
    private final int fineShift;
    private long coarseTurn;
    private int fineTurn;
    private long[] sorted = new long[64];
    private int inSorted;

    BareLadder(int pending, long meanGap) {
        long span = meanGap * pending * SPAN;
        int buckets = Math.min(MOST_COARSE, Integer.highestOneBit(pending / IN_A_BUCKET * SPAN));
        coarseShift = 64 - Long.numberOfLeadingZeros(span / buckets);
        fineShift = Math.min(coarseShift, 64 - Long.numberOfLeadingZeros(meanGap * IN_A_BUCKET - 1));
        coarse = new long[buckets][ROOM];
        inCoarse = new int[buckets];
        fine = new long[1 << coarseShift - fineShift][ROOM];
        inFine = new int[fine.length];
        fineTurn = -1;
    }

    void add(long instant) {
        long turn = instant >>> coarseShift;
        if (turn != coarseTurn) {
            int bucket = (int) turn & coarse.length - 1;
            if (inCoarse[bucket] == coarse[bucket].length) {
                coarse[bucket] = Arrays.copyOf(coarse[bucket], 2 * inCoarse[bucket]);
            }
            coarse[bucket][inCoarse[bucket]++] = instant;
        } else {
            addFine(instant);
        }
    }

    long removeFirst() {
        while (inSorted == 0) {
            if (++fineTurn == fine.length) {
                spread();
            } else {
                for (int i = 0; i < inFine[fineTurn]; i++) {
                    insert(fine[fineTurn][i]);
                }
                inFine[fineTurn] = 0;
            }
        }
        return sorted[--inSorted];
    }

    private void spread() {
        fineTurn = -1;
        int bucket = (int) ++coarseTurn & coarse.length - 1;
        for (int i = 0; i < inCoarse[bucket]; i++) {
            addFine(coarse[bucket][i]);
        }
        inCoarse[bucket] = 0;
    }

    private void addFine(long instant) {
        int bucket = (int) (instant >>> fineShift) & fine.length - 1;
        if (bucket <= fineTurn) {
            insert(instant);
            return;
        }
        if (inFine[bucket] == fine[bucket].length) {
            fine[bucket] = Arrays.copyOf(fine[bucket], 2 * inFine[bucket]);
        }
        fine[bucket][inFine[bucket]++] = instant;
    }

    private void insert(long instant) {
        if (inSorted == sorted.length) {
            sorted = Arrays.copyOf(sorted, 2 * inSorted);
        }
        int slot = inSorted++;
        while (slot > 0 && sorted[slot - 1] < instant) {
            sorted[slot] = sorted[slot - 1];
            slot--;
        }
        sorted[slot] = instant;
    }
}
