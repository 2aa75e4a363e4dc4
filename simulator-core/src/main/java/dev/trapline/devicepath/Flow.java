package dev.trapline.devicepath;

import dev.trapline.random.KeyedSource;

/**
 * A connection, or what else has to stay in order. An interface with several queues puts all of it into one, which its number says
 * as good as by chance (receive-side scaling: a hash of addresses and ports).
 */
public final class Flow {
    private final long hash;

    private Flow(long hash) {
        this.hash = hash;
    }

    /** The {@code number}-th connection of a guest. */
    public static Flow of(String guest, long number) {
        return new Flow(new KeyedSource(0, 0, KeyedSource.path(guest)).at(number, 0, 0).nextLong());
    }

    /** Which of so many queues it is put into. */
    int queue(int queues) {
        return queues == 1 ? 0 : (int) Long.remainderUnsigned(hash, queues);
    }
}
