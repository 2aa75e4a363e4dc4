package dev.trapline.devicepath;

/**
 * The descriptors of a network interface for what it receives. A packet keeps its place until the driver takes it; one that finds
 * no place is lost if it may be, and if not, waits before the interface in its order, as if pause frames (IEEE 802.3x) held it
 * back.
 */
public final class ReceiveRing {
    private final int size;
    private final Feed feed = new Feed();
    private long arrived;
    private long taken;
    private long dropped;
    private long heldBack;

    ReceiveRing(int size) {
        this.size = size;
    }

    /** What comes into it without an event. */
    Feed feed() {
        return feed;
    }

    /** A packet comes; false: it is lost. */
    boolean admits(Transfer packet) {
        feed.catchUp();
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
        feed.catchUp();
        taken++;
    }

    /** Packets that wait for the driver. */
    public long inside() {
        feed.catchUp();
        return arrived - taken - dropped;
    }

    /** Packets that found no place and were lost. */
    public long dropped() {
        feed.catchUp();
        return dropped;
    }

    /** Packets that found no place and waited for one. */
    public long heldBack() {
        feed.catchUp();
        return heldBack;
    }

    /** Packets that came. */
    public long arrived() {
        feed.catchUp();
        return arrived;
    }

    /** Throws if more packets were taken or lost than came, or if some are under way of which nobody will hear. */
    public void checkConservation() {
        feed.checkConservation();
        if (inside() < 0) {
            throw new IllegalStateException("of " + arrived + " packets that came to an interface " + taken + " were taken and "
                    + dropped + " lost");
        }
    }
}
