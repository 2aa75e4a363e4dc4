package dev.trapline.devicepath;

/**
 * The descriptors of a network interface for what it receives. A packet keeps its place until the driver takes it; one that finds
 * no place is lost if it may be, and if not, waits before the interface in its order, as if pause frames (IEEE 802.3x) held it
 * back.
 */
public final class ReceiveRing {
    private final int size;
    private long arrived;
    private long taken;
    private long dropped;
    private long heldBack;
    /** What comes into it without an event, or null. */
    private UnheardArrivals unheard;

    ReceiveRing(int size) {
        this.size = size;
    }

    void fedBy(UnheardArrivals arrivals) {
        if (unheard != null) {
            unheard.neverAgain();
            arrivals.neverAgain();
        }
        unheard = arrivals;
    }

    /** Each packet is seen when it comes. */
    void isWatched() {
        if (unheard != null) {
            unheard.neverAgain();
        }
    }

    /** Whatever came until now is in it. */
    void catchUp() {
        if (unheard != null) {
            unheard.catchUp();
        }
    }

    /** A packet comes; false: it is lost. */
    boolean admits(Transfer packet) {
        catchUp();
        arrived++;
        long inside = arrived - taken - dropped;
        if (inside > size && packet.mayBeLost()) {
            dropped++;
            return false;
        }
        heldBack += inside > size ? 1 : 0;
        packet.waitsIn(this);
        return true;
    }

    void release() {
        catchUp();
        taken++;
    }

    /** Packets that wait for the driver. */
    public long inside() {
        catchUp();
        return arrived - taken - dropped;
    }

    /** Packets that found no place and were lost. */
    public long dropped() {
        catchUp();
        return dropped;
    }

    /** Packets that found no place and waited for one. */
    public long heldBack() {
        catchUp();
        return heldBack;
    }

    /** Packets that came. */
    public long arrived() {
        catchUp();
        return arrived;
    }

    /** Throws if more packets were taken or lost than came, or more wait than there are places although all may be lost. */
    public void checkConservation() {
        if (inside() < 0) {
            throw new IllegalStateException("of " + arrived + " packets that came to an interface " + taken + " were taken and "
                    + dropped + " lost");
        }
    }
}
