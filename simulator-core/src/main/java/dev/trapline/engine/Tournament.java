package dev.trapline.engine;

import java.util.Arrays;

/**
 * An {@link EventQueue} for few timers: a knock-out tournament among all of them, armed or not (after Knuth, The Art of Computer
 * Programming 3, section 5.2.3). Each timer has a leaf, each inner node shows the one of its two children that is due first, and
 * so the root shows the next of all. To arm the timer that was taken last, as most actions do, is to play its matches anew, as many
 * as there are levels: a fixed number of steps without a branch that could be predicted wrongly, which is what costs time in a heap
 * or a list. Another one climbs as far as it wins; what was cancelled is gone at once.
 */
final class Tournament extends EventQueue {

    /*
     * A timer that is due at an instant has a key that decides among those of the same instant: phase, count of additions and, so
     * that the root tells whom it shows, the number of the timer. 49 bits of count last a year and a half at ten million events
     * a second.
     *
     * The timer that was taken last stays in its leaf and in the nodes above it until it is armed anew, which is what most actions
     * do, or somebody asks for the next one: so its matches are played once for both.
     */

    private static final int TIMER_BITS = 12;
    /** So many timers can take part. */
    static final int MOST_TIMERS = 1 << TIMER_BITS;
    /** Instant and key of a leaf whose timer is not armed. */
    private static final long IDLE = Long.MAX_VALUE;
    private static final int ROOT = 2;
    private static final int NONE = 0;

    /** Of node n, 1 for the root and 2n and 2n + 1 for its children, the instant is at place 2n, the key at 2n + 1. */
    private long[] nodes = {IDLE, IDLE, IDLE, IDLE};
    /** A power of two; the leaf of timer t is node {@code leaves + t}. */
    private int leaves = 1;
    /** Place of the leaf of the timer that was taken last, if it is still there, or {@link #NONE}. */
    private int taken = NONE;
    private int size;
    private long additions;

    @Override
    int size() {
        return size;
    }

    @Override
    void grow(int timers) {
        if (timers > leaves) {
            closeTaken();
            long[] before = nodes;
            int first = place(0);
            leaves = 2 * Integer.highestOneBit(timers - 1);
            nodes = new long[4 * leaves];
            Arrays.fill(nodes, IDLE);
            for (int i = first; i < before.length; i += 2) {
                enter(place((i - first) / 2), before[i], before[i + 1]);
            }
        }
    }

    @Override
    boolean contains(int timer) {
        int leaf = place(timer);
        return nodes[leaf + 1] != IDLE && leaf != taken;
    }

    @Override
    void add(int timer, Phase phase, long instant) {
        long key = (long) phase.ordinal() << ADDITION_BITS | additions++ << TIMER_BITS | timer;
        int leaf = place(timer);
        size++;
        if (leaf == taken) {
            taken = NONE;
            replay(leaf, instant, key, ROOT);
        } else {
            enter(leaf, instant, key);
        }
    }

    @Override
    void remove(int timer) {
        int leaf = place(timer);
        long key = nodes[leaf + 1];
        int highest = leaf;
        while (highest > ROOT && nodes[parent(highest) + 1] == key) {
            highest = parent(highest);
        }
        replay(leaf, IDLE, IDLE, highest);
        size--;
    }

    @Override
    long firstInstant() {
        closeTaken();
        return nodes[ROOT];
    }

    @Override
    int removeFirst() {
        int timer = (int) nodes[ROOT + 1] & MOST_TIMERS - 1;
        taken = place(timer);
        size--;
        return timer;
    }

    /** Moves all timers to another queue. */
    void moveTo(EventQueue other) {
        while (!isEmpty()) {
            long instant = firstInstant();
            Phase phase = Phase.values()[(int) (nodes[ROOT + 1] >>> ADDITION_BITS)];
            other.add(removeFirst(), phase, instant);
        }
    }

    private int place(int timer) {
        return 2 * (leaves + timer);
    }

    private static int parent(int place) {
        return place >> 2 << 1;
    }

    private void closeTaken() {
        if (taken != NONE) {
            int leaf = taken;
            taken = NONE;
            replay(leaf, IDLE, IDLE, ROOT);
        }
    }

    /** Gives a leaf that was idle what it has now: it wins until it meets somebody who is due before it. */
    private void enter(int leaf, long instant, long key) {
        int place = leaf;
        nodes[place] = instant;
        nodes[place + 1] = key;
        while (place > ROOT) {
            place = parent(place);
            if (nodes[place] < instant || (nodes[place] == instant && nodes[place + 1] < key)) {
                return;
            }
            nodes[place] = instant;
            nodes[place + 1] = key;
        }
    }

    /** Gives a leaf what it has now, and plays the matches of the nodes above it up to the highest that showed it. */
    private void replay(int leaf, long instant, long key, int highest) {
        long[] nodes = this.nodes;
        int place = leaf;
        nodes[place] = instant;
        nodes[place + 1] = key;
        while (place > highest) {
            int opponent = place ^ 2;
            long later = nodes[opponent] - instant;
            long laterKey = nodes[opponent + 1] - key;
            // All bits set if the opponent goes first, none if not. No difference overflows: instants and keys are not negative.
            long opponentWins = later - (laterKey >>> 63) >> 63;
            instant += later & opponentWins;
            key += laterKey & opponentWins;
            place = parent(place);
            nodes[place] = instant;
            nodes[place + 1] = key;
        }
    }
}
