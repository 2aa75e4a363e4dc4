package dev.trapline.work;

import java.util.Arrays;

/**
 * A piece of work that runs to its end unless it is preempted: how long at which place for which reason, in order. It
 * remembers how far it got, and hands what was done since to the ledgers exactly once.
 */
public final class Block {
    private static final long[] NOTHING = {};
    /** Parts that there is room for once it has one. */
    private static final int FEW = 8;
    private static final int OCCURRENCES = 32;
    private static final int HOST_WORLD = 1 << 30;
    private static final int SLOT = HOST_WORLD - 1;

    /** Of each part, side by side: where it ends, and its slot and occurrences with the world it is done in. */
    private long[] parts = NOTHING;
    private final BlockSizes sizes;
    private int size;
    private long total;
    private long done;
    private int cursor;
    private boolean leadsToHostWorld;

    public Block() {
        this(new BlockSizes());
    }

    /** @param sizes of the blocks that are like it */
    Block(BlockSizes sizes) {
        this.sizes = sizes;
    }

    /** Empties the block for the next piece of work. */
    public void clear() {
        size = 0;
        total = 0;
        done = 0;
        cursor = 0;
    }

    public void add(int slot, long picos) {
        add(slot, picos, 0);
    }

    /** Adds so many occurrences of a slot's reason, in all {@code picos} long. */
    void add(int slot, long picos, int occurrences) {
        if (picos == 0) {
            return;
        }
        if (2 * size == parts.length) {
            parts = Arrays.copyOf(parts, 2 * (size == 0 ? FEW : sizes.above(size)));
        }
        total += picos;
        parts[2 * size] = total;
        parts[2 * size + 1] = (long) occurrences << OCCURRENCES | (leadsToHostWorld ? HOST_WORLD : 0) | slot;
        size++;
    }

    public long total() {
        return total;
    }

    public long remaining() {
        return total - done;
    }

    /** The slot of the work that comes next, or of the last if all is done. */
    public int slotAtCursor() {
        return slot(Math.min(cursor, size - 1));
    }

    /** Whether what is written next is done in the host's world of a hosted platform. */
    boolean leadsToHostWorld() {
        return leadsToHostWorld;
    }

    void leadsToHostWorld(boolean host) {
        leadsToHostWorld = host;
    }

    /** Whether the executor must be in the host's world to go on with it, or is there if all is done. */
    boolean isInHostWorldAtCursor() {
        return cursor < size ? (parts[2 * cursor + 1] & HOST_WORLD) != 0 : leadsToHostWorld;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Accounts for {@code picos} more of this block having been done. */
    void advance(long picos, Progress progress) {
        long upTo = done + picos;
        while (done < upTo) {
            long end = parts[2 * cursor];
            boolean ends = end <= upTo;
            long part = (ends ? end : upTo) - done;
            progress.spent(slot(cursor), part, ends ? (int) (parts[2 * cursor + 1] >> OCCURRENCES) : 0);
            done += part;
            if (ends) {
                cursor++;
            }
        }
    }

    private int slot(int part) {
        return (int) parts[2 * part + 1] & SLOT;
    }

    /** Receives what was done: how long, and how many occurrences ended with it. */
    interface Progress {
        void spent(int slot, long picos, int occurrences);
    }
}
