package dev.trapline.memory;

import java.util.Arrays;

/** A few pages of a guest that are watched for a time: how many of them were used since. */
final class WatchedPages {
    private final int all;
    /** Made when the first is watched. */
    private boolean[] watched;
    private int pages;
    private int used;

    WatchedPages(int pages) {
        all = pages;
    }

    /** Forgets all of them. */
    void clear() {
        if (watched != null) {
            Arrays.fill(watched, false);
        }
        pages = 0;
        used = 0;
    }

    /** One more; false if it is watched already. */
    boolean add(int page, boolean usedAlways) {
        if (watched == null) {
            watched = new boolean[all];
        }
        if (watched[page]) {
            return false;
        }
        pages++;
        if (usedAlways) {
            used++;
        } else {
            watched[page] = true;
        }
        return true;
    }

    void use(int page) {
        if (watched != null && watched[page]) {
            watched[page] = false;
            used++;
        }
    }

    /** The part of them that was used. */
    double usedPart() {
        return pages == 0 ? 0 : (double) used / pages;
    }
}
