package dev.trapline.work;

import java.util.Arrays;

/**
 * A piece of work that runs to its end unless it is preempted: how long at which place for which reason, in order. It
 * remembers how far it got, and hands what was done since to the ledgers exactly once.
 */
public final class Block {
    private int[] slots = new int[8];
    private long[] ends = new long[8];
    private int[] times = new int[8];
    private int size;
    private long total;
    private long done;
    private int cursor;
    private boolean[] inHostWorld = new boolean[8];
    private boolean leadsToHostWorld;

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
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            times = Arrays.copyOf(times, size * 2);
            inHostWorld = Arrays.copyOf(inHostWorld, size * 2);
        }
        total += picos;
        slots[size] = slot;
        times[size] = occurrences;
        inHostWorld[size] = leadsToHostWorld;
        ends[size++] = total;
    }

    public long total() {
        return total;
    }

    public long remaining() {
        return total - done;
    }

    /** The slot of the work that comes next, or of the last if all is done. */
    public int slotAtCursor() {
        return slots[Math.min(cursor, size - 1)];
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
        return cursor < size ? inHostWorld[cursor] : leadsToHostWorld;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Accounts for {@code picos} more of this block having been done. */
    void advance(long picos, Progress progress) {
        long upTo = done + picos;
        while (done < upTo) {
            long part = Math.min(upTo, ends[cursor]) - done;
            boolean ends = done + part == this.ends[cursor];
            progress.spent(slots[cursor], part, ends ? times[cursor] : 0);
            done += part;
            if (ends) {
                cursor++;
            }
        }
    }

    /** Receives what was done: how long, and how many occurrences ended with it. */
    interface Progress {
        void spent(int slot, long picos, int occurrences);
    }
}
