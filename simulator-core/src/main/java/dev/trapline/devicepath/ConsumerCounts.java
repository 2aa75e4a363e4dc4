package dev.trapline.devicepath;

/** What became of a consumer's batches: outcomes, never inputs. */
public final class ConsumerCounts {
    long offered;
    long served;
    long passes;
    long notifications;
    long pushedBack;
    long dropped;

    /** Transfers that were put to it. */
    public long offered() {
        return offered;
    }

    /** Transfers that it has worked off or works on. */
    public long served() {
        return served;
    }

    /** Drains of its ring: served over passes is the mean batch. */
    public long passes() {
        return passes;
    }

    /** How often it was told. */
    public long notifications() {
        return notifications;
    }

    /** Transfers that found the ring full. */
    public long pushedBack() {
        return pushedBack;
    }

    /** Transfers that found the ring full and were lost. */
    public long dropped() {
        return dropped;
    }
}
