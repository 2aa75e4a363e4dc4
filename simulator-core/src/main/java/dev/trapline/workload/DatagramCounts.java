package dev.trapline.workload;

/** What became of a group's datagrams, since the beginning and since the warm-up ended. */
public final class DatagramCounts {
    private long offered;
    private long delivered;
    private long dropped;
    private long offeredBefore;
    private long deliveredBefore;
    private long droppedBefore;

    void offered() {
        offered++;
    }

    void delivered() {
        delivered++;
    }

    void dropped() {
        dropped++;
    }

    void reset() {
        offeredBefore = offered;
        deliveredBefore = delivered;
        droppedBefore = dropped;
    }

    /** Those that are on their way: on a wire, in a ring, in a socket, under somebody's hands. */
    public long inside() {
        return offered - delivered - dropped;
    }

    /** Sent by the far end since the warm-up ended. */
    public long offeredSince() {
        return offered - offeredBefore;
    }

    /** Read by a program since. */
    public long deliveredSince() {
        return delivered - deliveredBefore;
    }

    /** Lost since. */
    public long droppedSince() {
        return dropped - droppedBefore;
    }

    void checkConservation(String group) {
        if (inside() < 0) {
            throw new IllegalStateException("of the datagrams of '" + group + "' " + offered + " were sent, " + delivered
                    + " read and " + dropped + " lost");
        }
    }
}
