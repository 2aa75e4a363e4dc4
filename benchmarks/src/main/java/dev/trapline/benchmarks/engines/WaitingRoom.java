package dev.trapline.benchmarks.engines;

/** Who waits in order, each as a number: a ring that grows. */
public final class WaitingRoom {
    private long[] ring = new long[64];
    private int first;
    private int size;

    public void add(long one) {
        if (size == ring.length) {
            long[] larger = new long[2 * size];
            for (int i = 0; i < size; i++) {
                larger[i] = ring[first + i & size - 1];
            }
            ring = larger;
            first = 0;
        }
        ring[first + size++ & ring.length - 1] = one;
    }

    public long remove() {
        long one = ring[first];
        first = first + 1 & ring.length - 1;
        size--;
        return one;
    }

    public int size() {
        return size;
    }
}
