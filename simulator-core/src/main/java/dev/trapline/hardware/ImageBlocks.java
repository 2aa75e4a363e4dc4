package dev.trapline.hardware;

import java.util.Arrays;
import java.util.BitSet;

/** The block allocation table of a growing file, and the bitmaps of its blocks. */
final class ImageBlocks {
    private static final int NOWHERE = -1;
    private static final int CHUNK = 4096;

    private final int count;
    private final int sectors;
    private final int[][] places;
    private final BitSet[][] marks;
    private int allocated;

    /** @param first how many blocks, from the first on, it has to begin with, in order and with all of their sectors written */
    ImageBlocks(int count, int sectors, int first) {
        this.count = count;
        this.sectors = sectors;
        places = new int[(count + CHUNK - 1) / CHUNK][];
        marks = new BitSet[places.length][];
        for (int block = 0; block < first; block++) {
            append(block);
            mark(block, 0, sectors);
        }
    }

    int count() {
        return count;
    }

    int allocated() {
        return allocated;
    }

    boolean has(int block) {
        return place(block) != NOWHERE;
    }

    /** The how-manieth block of the file it is. */
    long place(int block) {
        return places[block / CHUNK] == null ? NOWHERE : places[block / CHUNK][block % CHUNK];
    }

    void append(int block) {
        if (places[block / CHUNK] == null) {
            places[block / CHUNK] = new int[CHUNK];
            Arrays.fill(places[block / CHUNK], NOWHERE);
            marks[block / CHUNK] = new BitSet[CHUNK];
        }
        places[block / CHUNK][block % CHUNK] = allocated++;
    }

    boolean isMarked(int block, int sector) {
        return has(block) && marks[block / CHUNK][block % CHUNK] != null && marks[block / CHUNK][block % CHUNK].get(sector);
    }

    /** Notes that sectors of a block that it has were written; whether some of them had not been. */
    boolean mark(int block, int from, int to) {
        BitSet[] chunk = marks[block / CHUNK];
        if (chunk[block % CHUNK] == null) {
            chunk[block % CHUNK] = new BitSet(sectors);
        }
        boolean news = chunk[block % CHUNK].nextClearBit(from) < to;
        chunk[block % CHUNK].set(from, to);
        return news;
    }

    /** Throws if two blocks lie at one place or a place is empty. */
    void checkConservation() {
        BitSet used = new BitSet(allocated);
        for (int block = 0; block < count; block++) {
            if (has(block)) {
                used.set((int) place(block));
            }
        }
        if (used.cardinality() != allocated || used.length() != allocated) {
            throw new IllegalStateException("a disk's file of " + allocated + " blocks has blocks at " + used.cardinality()
                    + " places up to " + used.length());
        }
    }
}
