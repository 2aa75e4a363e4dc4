package dev.trapline.engine;

/**
 * Where a {@link LadderQueue} goes from one structure to the next. They have to do with speed alone: any sizes give the same run.
 *
 * @param few so many entries are kept in order; of a bucket that has more, a finer rung is made
 * @param heap beyond so many entries in the heap, all that is near is spread over a rung
 * @param mostBuckets of one rung, a power of two
 * @param removed so many cancelled entries are always borne with
 * @param turnBits of the order of adding, by which entries in the ladder know their arming: 2 to 32
 */
record QueueSizes(int few, int heap, int mostBuckets, int removed, int turnBits) {
    QueueSizes {
        if (turnBits < 2 || turnBits > Integer.SIZE) {
            throw new IllegalArgumentException("turnBits must be 2 to 32, not " + turnBits);
        }
    }

    static final QueueSizes DEFAULT = new QueueSizes(32, 4, 8192, 256, 32);
}
