package dev.trapline.engine;

import java.util.Arrays;

/**
 * A store of entries, each an instant, a timer and the low bits of its order, in lists that only grow. A list is a chain of
 * blocks, newest first, of which the first may be half full: what is written together lies together, and a list that is emptied
 * gives its blocks back.
 *
 * <p>A list is one number: the position behind its newest entry, {@link #EMPTY} if it has none.
 */
final class Entries {
    static final int EMPTY = 0;
    private static final int BLOCK_BITS = 4;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int INITIAL_BLOCKS = 16;
    private static final int NONE = 0;

    /**
     * Of the entry at position p, the instant is at 2p, and at 2p + 1 the low bits of its order above the number of its timer:
     * an entry that is touched once should lie in one line of the cache. Block 0 is never used.
     */
    private long[] words = new long[2 * BLOCK * INITIAL_BLOCKS];
    private int[] nextBlock = new int[INITIAL_BLOCKS];
    private int freeBlock = NONE;
    private int blocks = 1;

    /** Adds an entry to a list, and returns what the list is then. */
    int add(int list, long instant, int lowOrder, int timer) {
        int position = (list & BLOCK - 1) == 0 ? newBlock(list) : list;
        words[2 * position] = instant;
        words[2 * position + 1] = (long) lowOrder << 32 | timer;
        return position + 1;
    }

    long instant(int position) {
        return words[2 * position];
    }

    int lowOrder(int position) {
        return (int) (words[2 * position + 1] >>> 32);
    }

    int timer(int position) {
        return (int) words[2 * position + 1];
    }

    /** Returns the first position of the block in which a list ends; its entries go on to before the list's own number. */
    static int blockStart(int list) {
        return (list - 1) & -BLOCK;
    }

    /** Returns what a list is without its newest block. */
    int withoutBlock(int list) {
        int next = nextBlock[(list - 1) >>> BLOCK_BITS];
        return next == NONE ? EMPTY : (next + 1) << BLOCK_BITS;
    }

    /** Gives the newest block of a list back, and returns what is left of the list. */
    int dropBlock(int list) {
        int rest = withoutBlock(list);
        int block = (list - 1) >>> BLOCK_BITS;
        nextBlock[block] = freeBlock;
        freeBlock = block;
        return rest;
    }

    private int newBlock(int list) {
        int block = freeBlock;
        if (block != NONE) {
            freeBlock = nextBlock[block];
        } else {
            block = blocks++;
            if (block == nextBlock.length) {
                grow();
            }
        }
        nextBlock[block] = list == EMPTY ? NONE : (list >>> BLOCK_BITS) - 1;
        return block << BLOCK_BITS;
    }

    private void grow() {
        int capacity = 2 * nextBlock.length;
        words = Arrays.copyOf(words, 2 * BLOCK * capacity);
        nextBlock = Arrays.copyOf(nextBlock, capacity);
    }
}
