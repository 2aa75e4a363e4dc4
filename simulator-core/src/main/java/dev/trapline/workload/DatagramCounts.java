package dev.trapline.workload;

import java.util.ArrayList;
import java.util.List;

/** What became of a group's datagrams, since the beginning and since the warm-up ended. */
public final class DatagramCounts {
    private final List<Runnable> counting = new ArrayList<>();
    private long offered;
    private long delivered;
    private long dropped;
    private long offeredBefore;
    private long deliveredBefore;
    private long droppedBefore;

    /** Who counts what is offered does so up to the present instant when this is run. */
    void offeredBy(Runnable catchingUp) {
        counting.add(catchingUp);
    }

    private void catchUp() {
        for (int i = 0; i < counting.size(); i++) {
            counting.get(i).run();
        }
    }

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
        catchUp();
        offeredBefore = offered;
        deliveredBefore = delivered;
        droppedBefore = dropped;
    }

    /** Those that are on their way: on a wire, in a ring, in a socket, under somebody's hands. */
    public long inside() {
        catchUp();
        return offered - delivered - dropped;
    }

    /** Sent by the far end since the warm-up ended. */
    public long offeredSince() {
        catchUp();
        return offered - offeredBefore;
    }

    /** Read by a program since. */
    public long deliveredSince() {
        return delivered - deliveredBefore;
    }

    /** Lost since. */
    public long droppedSince() {
        catchUp();
        return dropped - droppedBefore;
    }

    void checkConservation(String group) {
        if (inside() < 0) {
            throw new IllegalStateException("of the datagrams of '" + group + "' " + offered + " were sent, " + delivered
                    + " read and " + dropped + " lost");
        }
    }
}
