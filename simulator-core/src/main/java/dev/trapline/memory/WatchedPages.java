package dev.trapline.memory;

/** A few pages of a guest that are watched for a time: how many of them were used since. */
final class WatchedPages {
    private final boolean[] watched;
    private int pages;
    private int used;

    WatchedPages(int pages) {
        watched = new boolean[pages];
    }

    /** Forgets all of them. */
    void clear() {
        for (int page = 0; page < watched.length; page++) {
            watched[page] = false;
        }
        pages = 0;
        used = 0;
    }

    /** One more; false if it is watched already. */
    boolean add(int page, boolean usedAlways) {
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
        if (watched[page]) {
            watched[page] = false;
            used++;
        }
    }

    /** The part of them that was used. */
    double usedPart() {
        return pages == 0 ? 0 : (double) used / pages;
    }
}
