package dev.trapline.memory;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Pages in the order in which they came. The next to go is the first that was not used since it came or was looked at: a
 * used page is spared once and goes to the end (Corbató 1968; what Linux and many others do in essence).
 */
final class SecondChance {
    /** Numbers the moments at which pages come to several such lists, so that their order can be compared. */
    static final class Arrivals {
        private long last;

        long next() {
            return ++last;
        }
    }

    static final int NONE = -1;

    private final int[] after;
    private final int[] before;
    private final long[] came;
    private final boolean[] used;
    private final Arrivals arrivals;
    private final int end;
    private int size;

    SecondChance(int pages, Arrivals arrivals) {
        this.arrivals = arrivals;
        end = pages;
        after = new int[pages + 1];
        before = new int[pages + 1];
        came = new long[pages];
        used = new boolean[pages];
        Arrays.fill(after, NONE);
        after[end] = end;
        before[end] = end;
    }

    int size() {
        return size;
    }

    boolean contains(int page) {
        return after[page] != NONE;
    }

    /** The page comes, unused so far. */
    void add(int page) {
        came[page] = arrivals.next();
        used[page] = false;
        after[page] = end;
        before[page] = before[end];
        after[before[end]] = page;
        before[end] = page;
        size++;
    }

    void remove(int page) {
        after[before[page]] = after[page];
        before[after[page]] = before[page];
        after[page] = NONE;
        size--;
    }

    void use(int page) {
        used[page] = true;
    }

    /** The first in order, or {@link #NONE}. */
    int first() {
        return size == 0 ? NONE : after[end];
    }

    /** When the first in order came; later than all others if there is none. */
    long firstCame() {
        return size == 0 ? Long.MAX_VALUE : came[after[end]];
    }

    /** Spares the first in order if it was used: it goes to the end; false if it was not. */
    boolean spareFirst() {
        int first = after[end];
        if (!used[first]) {
            return false;
        }
        remove(first);
        add(first);
        return true;
    }

    /** Shows all of them, in order. */
    void forEach(IntConsumer shown) {
        for (int page = after[end]; page != end; page = after[page]) {
            shown.accept(page);
        }
    }

    /** The next to go, taken off; {@link #NONE} if there is none. */
    int take() {
        if (size == 0) {
            return NONE;
        }
        while (spareFirst()) {
            // each page is spared once: add() forgets its use
        }
        int next = first();
        remove(next);
        return next;
    }
}
