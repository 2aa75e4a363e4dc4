package dev.trapline.devicepath;

/** What a route hands its transfers to: a disk, or a direction of a network interface. */
interface DevicePort {
    void accept(Transfer transfer);

    /** The device begins with it. */
    void begun(Transfer transfer);

    /** The device has ended it. */
    void ended(Transfer transfer);

    /** How long this many bytes in so many packets occupy a wire; a disk has none. */
    default long wirePicos(long bytes, int headerBytes, int packets) {
        throw new IllegalStateException("a disk operation was put on a wire");
    }
}
