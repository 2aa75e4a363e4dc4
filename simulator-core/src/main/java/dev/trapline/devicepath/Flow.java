package dev.trapline.devicepath;

/**
 * A connection, or what else has to stay in order. An interface with several queues puts all of it into one, which its number says
 * as good as by chance (receive-side scaling: a hash of addresses and ports).
 */
public final class Flow {
    private final long hash;

    private Flow(long hash) {
        this.hash = hash;
    }

    /** The connection with this hash of its addresses and ports. */
    public static Flow of(long hash) {
        return new Flow(hash);
    }

    /** Which of so many queues it is put into. */
    int queue(int queues) {
        return queues == 1 ? 0 : (int) Long.remainderUnsigned(hash, queues);
    }
}
