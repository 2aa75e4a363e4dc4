package dev.trapline.devicepath;

import dev.trapline.hardware.StorageTime;

/** What a route hands its transfers to: a disk, or a direction of a network interface. */
interface DevicePort {
    void accept(Transfer transfer);

    /** A wire begins with it. */
    default void begun(Transfer transfer) {
        throw new IllegalStateException("a disk operation was put on a wire");
    }

    /** The time until this instant was spent so at a storage device. */
    default void spent(Transfer transfer, StorageTime how, long until) {
        throw new IllegalStateException("a packet was written to a disk");
    }

    /** The device has ended it. */
    void ended(Transfer transfer);

    /** How long this many bytes in so many packets occupy a wire; a disk has none. */
    default long wirePicos(long bytes, int headerBytes, int packets) {
        throw new IllegalStateException("a disk operation was put on a wire");
    }
}
