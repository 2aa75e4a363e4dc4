package dev.trapline.memory;

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

    static final int NONE = PageLinks.NONE;

    private final PageLinks links;
    private final int list;
    private final boolean[] used;
    private final Arrivals arrivals;
    private final long[] came;
    private int size;

    /** @param arrivals by which it is compared with others */
    SecondChance(int pages, Arrivals arrivals) {
        links = new PageLinks(pages, 1);
        list = 0;
        used = new boolean[pages];
        this.arrivals = arrivals;
        came = new long[pages];
    }

    /** One that is compared with no other, and is this list of several. */
    SecondChance(int pages, PageLinks links, int list) {
        this.links = links;
        this.list = list;
        used = new boolean[pages];
        arrivals = null;
        came = null;
    }

    int size() {
        return size;
    }

    /** Whether a page is in it, or in another list beside it. */
    boolean contains(int page) {
        return links.contains(page);
    }

    /** The page comes, unused so far. */
    void add(int page) {
        if (arrivals != null) {
            came[page] = arrivals.next();
        }
        used[page] = false;
        links.append(list, page);
        size++;
    }

    void remove(int page) {
        links.remove(page);
        size--;
    }

    void use(int page) {
        used[page] = true;
    }

    /** The first in order, or {@link #NONE}. */
    int first() {
        return links.first(list);
    }

    /** When the first in order came; later than all others if there is none. */
    long firstCame() {
        return size == 0 ? Long.MAX_VALUE : came[first()];
    }

    /** Spares the first in order if it was used: it goes to the end; false if it was not. */
    boolean spareFirst() {
        int first = first();
        if (!used[first]) {
            return false;
        }
        remove(first);
        add(first);
        return true;
    }

    /** Shows all of them, in order. */
    void forEach(IntConsumer shown) {
        for (int page = first(); page != NONE; page = links.next(page)) {
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
