package dev.trapline.hardware;

import java.util.Arrays;

/**
 * Extents apart from each other, by their begin: a treap (Seidel and Aragon 1996) over arrays whose priorities are hashes of the
 * begins. Places of extents that have left are used again.
 */
final class Extents {
    static final int NONE = -1;

    private long[] begins = new long[16];
    private long[] ends = new long[16];
    private int[] lefts = new int[16];
    /** Of a free place the next one. */
    private int[] rights = new int[16];
    private int places;
    private int free = NONE;
    private int root = NONE;
    private int splitLeft;
    private int splitRight;

    boolean isEmpty() {
        return root == NONE;
    }

    long begin(int extent) {
        return begins[extent];
    }

    long end(int extent) {
        return ends[extent];
    }

    /** The last that begins there or before, or {@link #NONE}. */
    int floor(long address) {
        int found = NONE;
        for (int at = root; at != NONE; ) {
            boolean before = begins[at] <= address;
            found = before ? at : found;
            at = before ? rights[at] : lefts[at];
        }
        return found;
    }

    /** The first that begins there or behind, or {@link #NONE}. */
    int ceiling(long address) {
        int found = NONE;
        for (int at = root; at != NONE; ) {
            boolean behind = begins[at] >= address;
            found = behind ? at : found;
            at = behind ? lefts[at] : rights[at];
        }
        return found;
    }

    /** Nothing may begin there yet. */
    void add(long begin, long end) {
        int place = place();
        begins[place] = begin;
        ends[place] = end;
        lefts[place] = NONE;
        rights[place] = NONE;
        root = insert(root, place);
    }

    /** Takes out the one that begins there. */
    void remove(long begin) {
        int parent = NONE;
        int at = root;
        while (begins[at] != begin) {
            parent = at;
            at = begin < begins[at] ? lefts[at] : rights[at];
        }
        int below = merge(lefts[at], rights[at]);
        if (parent == NONE) {
            root = below;
        } else if (lefts[parent] == at) {
            lefts[parent] = below;
        } else {
            rights[parent] = below;
        }
        rights[at] = free;
        free = at;
    }

    private int place() {
        if (free != NONE) {
            int place = free;
            free = rights[place];
            return place;
        }
        if (places == begins.length) {
            begins = Arrays.copyOf(begins, places * 2);
            ends = Arrays.copyOf(ends, places * 2);
            lefts = Arrays.copyOf(lefts, places * 2);
            rights = Arrays.copyOf(rights, places * 2);
        }
        return places++;
    }

    private int insert(int under, int place) {
        if (under == NONE) {
            return place;
        }
        if (priority(place) > priority(under)) {
            split(under, begins[place]);
            lefts[place] = splitLeft;
            rights[place] = splitRight;
            return place;
        }
        if (begins[place] < begins[under]) {
            lefts[under] = insert(lefts[under], place);
        } else {
            rights[under] = insert(rights[under], place);
        }
        return under;
    }

    /** Into what begins before and what begins behind. */
    private void split(int under, long begin) {
        if (under == NONE) {
            splitLeft = NONE;
            splitRight = NONE;
        } else if (begins[under] < begin) {
            split(rights[under], begin);
            rights[under] = splitLeft;
            splitLeft = under;
        } else {
            split(lefts[under], begin);
            lefts[under] = splitRight;
            splitRight = under;
        }
    }

    private int merge(int left, int right) {
        if (left == NONE || right == NONE) {
            return left == NONE ? right : left;
        }
        if (priority(left) > priority(right)) {
            rights[left] = merge(rights[left], right);
            return left;
        }
        lefts[right] = merge(left, lefts[right]);
        return right;
    }

    /** The finaliser of SplitMix64. */
    private long priority(int place) {
        long mixed = (begins[place] ^ (begins[place] >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
