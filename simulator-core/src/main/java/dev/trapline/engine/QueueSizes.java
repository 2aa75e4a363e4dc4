package dev.trapline.engine;

/**
 * Where an {@link EventQueue} goes from one structure to the next. They have to do with speed alone: any sizes give the same run.
 *
 * @param heap more entries than this in the heap make it spill into the ladder
 * @param bucket a bucket of the ladder with more entries than this is spread over a finer rung, one with fewer is sorted
 * @param mostBuckets of one rung, a power of two
 * @param removed so many cancelled entries are always borne with
 */
record QueueSizes(int heap, int bucket, int mostBuckets, int removed) {
    static final QueueSizes DEFAULT = new QueueSizes(64, 48, 1024, 256);
}
