package dev.trapline.memory;

import java.util.Arrays;

/** Several lists of pages, of which each page is in one at most: two numbers for each page, however many lists there are. */
final class PageLinks {
    static final int NONE = -1;

    private final int pages;
    private final int[] after;
    private final int[] before;

    PageLinks(int pages, int lists) {
        this.pages = pages;
        after = new int[pages + lists];
        before = new int[pages + lists];
        Arrays.fill(after, NONE);
        for (int end = pages; end < after.length; end++) {
            after[end] = end;
            before[end] = end;
        }
    }

    /** Whether a page is in any of the lists. */
    boolean contains(int page) {
        return after[page] != NONE;
    }

    /** A page that is in none comes to the end of this list. */
    void append(int list, int page) {
        if (after[page] != NONE) {
            throw new IllegalStateException("page " + page + " is in a list already");
        }
        int end = pages + list;
        after[page] = end;
        before[page] = before[end];
        after[before[end]] = page;
        before[end] = page;
    }

    /** Takes a page out of the list that it is in. */
    void remove(int page) {
        after[before[page]] = after[page];
        before[after[page]] = before[page];
        after[page] = NONE;
    }

    /** The first of a list, or {@link #NONE}. */
    int first(int list) {
        return orNone(after[pages + list]);
    }

    int last(int list) {
        return orNone(before[pages + list]);
    }

    /** The page behind one in its list, or {@link #NONE}. */
    int next(int page) {
        return orNone(after[page]);
    }

    private int orNone(int page) {
        return page < pages ? page : NONE;
    }
}
