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

    /** The {@code number}-th connection of a guest. */
    public static Flow of(String guest, long number) {
        return new Flow(mixed(mixed(guest.hashCode()) + number));
    }

    /** Each bit of the result depends on all (Stafford's variant 13, as in java.util.SplittableRandom). */
    private static long mixed(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Which of so many queues it is put into. */
    int queue(int queues) {
        return queues == 1 ? 0 : (int) Long.remainderUnsigned(hash, queues);
    }
}
