package dev.trapline.scheduler;

import java.util.List;

/**
 * Which guest to move where, if any, so that the district whose guests ask for most and the one whose guests ask for
 * least become most alike: the guest asks for less than these differ by, and for as near to half of that as there is one.
 */
final class Rebalancing {
    private final Household moves;
    private final int to;

    Rebalancing(List<Household> households, int districts, long now) {
        long[] asked = new long[households.size()];
        long[] load = new long[districts];
        for (int i = 0; i < asked.length; i++) {
            asked[i] = households.get(i).askedFor(now);
            if (households.get(i).home() != Household.NOWHERE) {
                load[households.get(i).home()] += asked[i];
            }
        }
        int from = 0;
        int least = 0;
        for (int i = 1; i < districts; i++) {
            from = load[i] > load[from] ? i : from;
            least = load[i] < load[least] ? i : least;
        }
        to = least;
        moves = best(households, asked, from, load[from] - load[to]);
    }

    private static Household best(List<Household> households, long[] asked, int from, long difference) {
        Household best = null;
        long farthest = difference / 2;
        for (int i = 0; i < asked.length; i++) {
            long off = Math.abs(difference / 2 - asked[i]);
            if (households.get(i).home() == from && off < farthest) {
                farthest = off;
                best = households.get(i);
            }
        }
        return best;
    }

    /** The guest that moves, or null. */
    Household moves() {
        return moves;
    }

    int to() {
        return to;
    }
}
