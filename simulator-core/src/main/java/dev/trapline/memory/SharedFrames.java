package dev.trapline.memory;

import java.util.Arrays;

/**
 * Frames that back several pages with the same contents, and hints at pages that may have the same contents as another
 * (Waldspurger 2002): a page that was looked at and found alone leaves a hint; the next with its contents finds it. Contents
 * are numbered; a page that is like no other has none.
 */
final class SharedFrames {
    static final int UNIQUE = -1;
    private static final int NO_HINT = -1;

    private int[] references = new int[0];
    private int[] hints = new int[0];
    private int frames;
    private int pages;

    /** So many more contents exist; the number of the first of them. */
    int contents(int more) {
        int first = references.length;
        references = Arrays.copyOf(references, first + more);
        hints = Arrays.copyOf(hints, first + more);
        Arrays.fill(hints, first, hints.length, NO_HINT);
        return first;
    }

    /** Frames that are shared. */
    int frames() {
        return frames;
    }

    /** Pages that they back. */
    int pages() {
        return pages;
    }

    /** How many pages the frame with these contents backs; 0: there is none. */
    int references(int content) {
        return references[content];
    }

    int hint(int content) {
        return hints[content];
    }

    void hint(int content, int page) {
        hints[content] = page;
    }

    /** One more page; true if its frame is the first with these contents, and becomes the shared one. */
    boolean joins(int content) {
        pages++;
        hints[content] = NO_HINT;
        if (references[content]++ > 0) {
            return false;
        }
        frames++;
        return true;
    }

    /** One page less; true if the frame backs no other and is free. */
    boolean leaves(int content) {
        pages--;
        if (--references[content] > 0) {
            return false;
        }
        frames--;
        return true;
    }
}
