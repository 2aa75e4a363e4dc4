package dev.trapline.hardware;

import java.util.Arrays;

/**
 * Pages by number, each once, in an order to whose end those go that are put there or used: what is first was not for longest.
 * Numbers are found by hashing into a table of places (linear probing, Knuth volume 3, 6.4, algorithms L and R); all is in arrays, so
 * that a page that comes for another that left makes nothing.
 */
final class PageOrder {
    private static final int FEW = 16;
    /** An odd constant of SplitMix64. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    /** The place before the first and behind the last, which holds no page; in the table: nothing. */
    private static final int END = 0;

    private long[] pages = new long[FEW];
    private long[] since = new long[FEW];
    private int[] after = new int[FEW];
    private int[] before = new int[FEW];
    private int[] table = new int[2 * FEW];
    /** Places that pages have left, one behind the other in {@code after}. */
    private int vacant = END;
    private int occupied = 1;
    private int size;

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean contains(long page) {
        return table[slot(page)] != END;
    }

    /** Puts a page that it has at the end; false if it has not. */
    boolean use(long page) {
        int place = table[slot(page)];
        if (place == END) {
            return false;
        }
        unlink(place);
        linkLast(place);
        return true;
    }

    /** The page is at the end, whether it was there or not. */
    void put(long page) {
        if (!use(page)) {
            add(page, 0);
        }
    }

    /** A page that it has not comes to the end, with a time; one that it has stays as it is. */
    void putIfAbsent(long page, long time) {
        if (!contains(page)) {
            add(page, time);
        }
    }

    private void add(long page, long time) {
        int place = vacant;
        if (place != END) {
            vacant = after[place];
        } else {
            place = occupied++;
            makeRoom();
        }
        pages[place] = page;
        since[place] = time;
        table[slot(page)] = place;
        linkLast(place);
        size++;
    }

    /** Takes a page out; nothing happens if it has not got it. */
    void remove(long page) {
        int slot = slot(page);
        int place = table[slot];
        if (place == END) {
            return;
        }
        unlink(place);
        after[place] = vacant;
        vacant = place;
        size--;
        close(slot);
    }

    /** The first page; there must be one. */
    long first() {
        if (size == 0) {
            throw new IllegalStateException("the first of no pages");
        }
        return pages[after[END]];
    }

    /** The time with which the first came. */
    long firstSince() {
        return since[after[END]];
    }

    /** How many of its pages another has too. */
    int alsoIn(PageOrder other) {
        int both = 0;
        for (int place = after[END]; place != END; place = after[place]) {
            both += other.contains(pages[place]) ? 1 : 0;
        }
        return both;
    }

    private void unlink(int place) {
        after[before[place]] = after[place];
        before[after[place]] = before[place];
    }

    private void linkLast(int place) {
        after[place] = END;
        before[place] = before[END];
        after[before[END]] = place;
        before[END] = place;
    }

    /** Where in the table a page is, or would be. */
    private int slot(long page) {
        int slot = home(page);
        while (table[slot] != END && pages[table[slot]] != page) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    /** From the highest bits of the product, which all bits of the page have a part in: those of its space are the highest. */
    private int home(long page) {
        return (int) (page * SPREAD >>> Long.numberOfLeadingZeros(table.length) + 1);
    }

    /** What stands behind an emptied slot moves up as far as it may. */
    private void close(int emptied) {
        int hole = emptied;
        for (int next = hole + 1 & table.length - 1; table[next] != END; next = next + 1 & table.length - 1) {
            int home = home(pages[table[next]]);
            boolean mayMove = hole <= next ? home <= hole || home > next : home <= hole && home > next;
            if (mayMove) {
                table[hole] = table[next];
                hole = next;
            }
        }
        table[hole] = END;
    }

    private void makeRoom() {
        if (occupied <= pages.length) {
            return;
        }
        int room = 2 * pages.length;
        pages = Arrays.copyOf(pages, room);
        since = Arrays.copyOf(since, room);
        after = Arrays.copyOf(after, room);
        before = Arrays.copyOf(before, room);
        table = new int[2 * room];
        for (int place = after[END]; place != END; place = after[place]) {
            table[slot(pages[place])] = place;
        }
    }
}
