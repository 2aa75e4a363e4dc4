package dev.trapline.devicepath;

/**
 * The descriptors of a network interface for what it receives. A packet keeps its place until the driver takes it; one that finds
 * no place is lost if it may be, and waits in the network before the interface if not.
 */
public final class ReceiveRing {
    private final int size;
    private long arrived;
    private long taken;
    private long dropped;

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

    /** Packets that found no place. */
    public long dropped() {
        return dropped;
    }

    /** Throws if more packets were taken or lost than came, or more wait than there are places although all may be lost. */
    public void checkConservation() {
        if (inside() < 0) {
            throw new IllegalStateException("of " + arrived + " packets that came to an interface " + taken + " were taken and "
                    + dropped + " lost");
        }
    }
}
