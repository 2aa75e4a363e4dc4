package dev.trapline.hardware;

import java.util.Arrays;
import java.util.BitSet;

/** The block allocation table of a growing file, and the bitmaps of its blocks. */
final class ImageBlocks {
    private static final int NOWHERE = -1;
    private static final int SECTORS = (int) (ImageFile.BLOCK_BYTES / BlockDevice.SECTOR_BYTES);

    private final int[] places;
    private final BitSet[] marks;
    private int allocated;

    /** @param first how many blocks, from the first on, it has to begin with, in order and with all of their sectors written */
    ImageBlocks(int count, int first) {
        places = new int[count];
        marks = new BitSet[count];
        Arrays.fill(places, NOWHERE);
        for (int block = 0; block < first; block++) {
            append(block);
            mark(block, 0, SECTORS);
        }
    }

    int count() {
        return places.length;
    }

    int allocated() {
        return allocated;
    }

    boolean has(int block) {
        return places[block] != NOWHERE;
    }

    /** The how-manieth block of the file it is. */
    long place(int block) {
        return places[block];
    }

    void append(int block) {
        places[block] = allocated++;
    }

    boolean isMarked(int block, int sector) {
        return marks[block] != null && marks[block].get(sector);
    }

    /** Notes that sectors were written; whether some of them had not been. */
    boolean mark(int block, int from, int to) {
        if (marks[block] == null) {
            marks[block] = new BitSet(SECTORS);
        }
        boolean news = marks[block].nextClearBit(from) < to;
        marks[block].set(from, to);
        return news;
    }

    /** Throws if two blocks lie at one place or a place is empty. */
    void checkConservation() {
        BitSet used = new BitSet(allocated);
        for (int place : places) {
            if (place != NOWHERE) {
                used.set(place);
            }
        }
        if (used.cardinality() != allocated || used.length() != allocated) {
            throw new IllegalStateException("a disk's file of " + allocated + " blocks has blocks at " + used.cardinality()
                    + " places up to " + used.length());
        }
    }
}
