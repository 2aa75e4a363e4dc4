package dev.trapline.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands behind each timer, by its number: its owner, and what it runs. What it runs is looked up for each event, and is in
 * pages, of which one that a single owner fills is shared with its other pages: a million timers that differ by an index alone then
 * need one page and a list of pages in the cache, instead of four megabytes, which were a third of the time of an event. The first
 * numbers, as many as a usual model has, have a place each: a look-up less.
 */
final class TimerOwners {
    private static final int PLACES = 4096;
    private static final int PAGE_BITS = 8;
    private static final int PAGE = 1 << PAGE_BITS;

    /** In the order of their numbers. */
    private final List<TimerOwner> owners = new ArrayList<>();
    /** Of the first numbers, up to {@link #PLACES}. */
    private Action[] places = new Action[64];
    private Action[][] pages = new Action[0][];
    private int count;

    int count() {
        return count;
    }

    Action action(int number) {
        return number < PLACES ? places[number] : pages[number >>> PAGE_BITS][number & PAGE - 1];
    }

    /** Returns the owner of a timer: a search. */
    TimerOwner of(int number) {
        int from = 0;
        int to = owners.size();
        while (to - from > 1) {
            int middle = (from + to) >>> 1;
            if (owners.get(middle).firstNumber <= number) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return owners.get(from);
    }

    List<TimerOwner> all() {
        return owners;
    }

    /** Gives the next numbers, so many, to an owner. */
    void add(TimerOwner owner, int numbers) {
        if (numbers > Integer.MAX_VALUE - count) {
            throw new IllegalStateException("A simulation cannot have more than " + Integer.MAX_VALUE + " timers.");
        }
        if (numbers > 0) {
            owners.add(owner);
        }
        int end = count + numbers;
        makeRoom(end);
        Action action = owner.action();
        Action[] shared = null;
        while (count < end) {
            if (count < PLACES) {
                places[count++] = action;
            } else if ((count & PAGE - 1) == 0 && end - count >= PAGE) {
                if (shared == null) {
                    shared = new Action[PAGE];
                    Arrays.fill(shared, action);
                }
                pages[count >>> PAGE_BITS] = shared;
                count += PAGE;
            } else {
                ownPage(count)[count & PAGE - 1] = action;
                count++;
            }
        }
    }

    private Action[] ownPage(int number) {
        int page = number >>> PAGE_BITS;
        if (pages[page] == null) {
            pages[page] = new Action[PAGE];
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
