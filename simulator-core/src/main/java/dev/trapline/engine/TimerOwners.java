package dev.trapline.engine;

import java.util.Arrays;

/**
 * What stands behind each timer, by its number. The numbers are in pages, and a page that one owner fills is shared with its other
 * pages: a million timers that differ by an index alone then need one page and a list of pages in the cache, instead of four
 * megabytes, which were a third of the time of an event. The first numbers, as many as a usual model has, have a place each:
 * a look-up less.
 */
final class TimerOwners {
    private static final int PLACES = 4096;
    private static final int PAGE_BITS = 8;
    private static final int PAGE = 1 << PAGE_BITS;

    /** Of the first numbers; there is room for all below {@link #PLACES}. */
    private TimerOwner[] places = new TimerOwner[64];
    private TimerOwner[][] pages = new TimerOwner[0][];
    private int count;

    int count() {
        return count;
    }

    TimerOwner of(int number) {
        return number < PLACES ? places[number] : pages[number >>> PAGE_BITS][number & PAGE - 1];
    }

    /** Gives the next numbers, so many, to an owner. */
    void add(TimerOwner owner, int numbers) {
        if (numbers > Integer.MAX_VALUE - count) {
            throw new IllegalStateException("A simulation cannot have more than " + Integer.MAX_VALUE + " timers.");
        }
        int end = count + numbers;
        makeRoom(end);
        TimerOwner[] shared = null;
        while (count < end) {
            if (count < PLACES) {
                places[count++] = owner;
            } else if ((count & PAGE - 1) == 0 && end - count >= PAGE) {
                if (shared == null) {
                    shared = new TimerOwner[PAGE];
                    Arrays.fill(shared, owner);
                }
                pages[count >>> PAGE_BITS] = shared;
                count += PAGE;
            } else {
                ownPage(count)[count & PAGE - 1] = owner;
                count++;
            }
        }
    }

    private TimerOwner[] ownPage(int number) {
        int page = number >>> PAGE_BITS;
        if (pages[page] == null) {
            pages[page] = new TimerOwner[PAGE];
        }
        return pages[page];
    }

    private void makeRoom(int end) {
        if (end > places.length && places.length < PLACES) {
            places = Arrays.copyOf(places, Math.min(PLACES, Math.max(end, 2 * places.length)));
        }
        int wanted = (end + PAGE - 1) >>> PAGE_BITS;
        if (end > PLACES && wanted > pages.length) {
            pages = Arrays.copyOf(pages, Math.max(wanted, 2 * pages.length));
        }
    }
}
