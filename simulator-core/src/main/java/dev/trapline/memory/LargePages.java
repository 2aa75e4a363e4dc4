package dev.trapline.memory;

import java.util.Arrays;

/**
 * Which parts of a guest's memory are backed by large pages. Whatever is done to a single page of one (sharing it, taking it
 * into the balloon, swapping it) breaks it up first, and it stays broken.
 */
final class LargePages {
    /** Pages in a large one, 2 MiB. */
    static final int PAGES = 512;

    private final boolean[] whole;

    LargePages(int pages, boolean large) {
        whole = new boolean[(pages + PAGES - 1) / PAGES];
        Arrays.fill(whole, large);
    }

    boolean isWhole(int page) {
        return whole[page / PAGES];
    }

    void breakUp(int page) {
        whole[page / PAGES] = false;
    }
}
