package dev.trapline.work;

/**
 * How logical cores stand together: threads of one core are neighbours in number, and so are cores of one socket.
 *
 * @param threadsPerCore hardware threads of each core; only pairs slow each other
 * @param threadsPerSocket hardware threads of each socket
 * @param siblingUp a thread beside a busy sibling does {@code siblingUp} of work
 * @param siblingDown in {@code siblingDown} of time
 */
public record Topology(int threadsPerCore, int threadsPerSocket, long siblingUp, long siblingDown) {
    /** One socket of cores with one thread each. */
    public static final Topology FLAT = new Topology(1, Integer.MAX_VALUE, 1, 1);

    public Topology {
        if (threadsPerCore < 1 || threadsPerSocket < threadsPerCore || siblingUp < 1
                || siblingDown < siblingUp) {
            throw new IllegalArgumentException("cores cannot stand together as " + threadsPerCore + " threads a core, "
                    + threadsPerSocket + " a socket, speed " + siblingUp + "/" + siblingDown);
        }
    }
}
