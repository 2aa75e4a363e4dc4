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

    ReceiveRing(int size) {
        this.size = size;
    }

    /** A packet comes; false: it is lost. */
    boolean admits(Transfer packet) {
        arrived++;
        if (inside() > size && packet.mayBeLost()) {
            dropped++;
            return false;
        }
        heldBack += inside() > size ? 1 : 0;
        packet.waitsIn(this);
        return true;
    }

    void release() {
        taken++;
    }

    /** Packets that wait for the driver. */
    public long inside() {
        return arrived - taken - dropped;
    }

    /** Packets that found no place and were lost. */
    public long dropped() {
        return dropped;
    }

    /** Packets that found no place and waited for one. */
    public long heldBack() {
        return heldBack;
    }

    /** Packets that came. */
    public long arrived() {
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
