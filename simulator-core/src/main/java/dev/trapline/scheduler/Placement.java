package dev.trapline.scheduler;

import dev.trapline.work.Context;

/** On which core a context begins: the one it is pinned to, or the first of those to which the fewest were given so far. */
final class Placement {
    private final int[] given;

    Placement(int cores) {
        given = new int[cores];
    }

    int place(Context context) {
        int core = context.pinnedTo() >= 0 ? context.pinnedTo() : leastGiven();
        given[core]++;
        return core;
    }

    private int leastGiven() {
        int least = 0;
        for (int i = 1; i < given.length; i++) {
            least = given[i] < given[least] ? i : least;
        }
        return least;
    }
}
