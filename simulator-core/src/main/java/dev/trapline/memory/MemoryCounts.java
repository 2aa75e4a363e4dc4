package dev.trapline.memory;

/** What one guest's memory went through since the beginning, in pages or occurrences. */
public final class MemoryCounts {
    /** What is counted, in the order of {@link #snapshot}. */
    public enum Count {
        /** Accesses of the guest's programs that found their page neither in the guest's memory nor new. */
        GUEST_FAULTS,
        /** Pages that the guest read from its disk for them. */
        GUEST_READS,
        /** Pages that the guest wrote out to make room. */
        GUEST_WRITES,
        /** Faults that the platform took to back a page. */
        HOST_FAULTS,
        /** Those of them for which it had to read the swap area. */
        MAJOR_FAULTS,
        /** Pages read from the swap area. */
        SWAP_READS,
        /** Pages written to the swap area. */
        SWAP_WRITES,
        /** Pages read from the swap area that the guest's disk then overwrote. */
        STALE_READS,
        /** Pages written to the swap area that the guest would have dropped: free, or the same as on its own disk. */
        SILENT_WRITES,
        /** Pages that came back from the swap area only to be written out by the guest. */
        DOUBLE_PAGED
    }

    private final long[] counts = new long[Count.values().length];

    void add(Count what, long times) {
        counts[what.ordinal()] += times;
    }

    public long get(Count what) {
        return counts[what.ordinal()];
    }

    /** All of them, in the order of their declaration. */
    public long[] snapshot() {
        return counts.clone();
    }
}
