package dev.trapline.work;

/**
 * For how many parts blocks that are written by one meter have had room at most: tasks of a guest do the same, so that what was
 * enough for one is made at once for another, which so needs no room in between.
 */
final class BlockSizes {
    private int most;

    /** Room for a block that has so many parts and needs more. */
    int above(int parts) {
        most = Math.max(most, parts + parts / 2);
        return most;
    }
}
