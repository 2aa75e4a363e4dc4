package dev.trapline.devicepath;

import dev.trapline.hardware.StorageTime;

/** What a route hands its transfers to: a disk, or a direction of a network interface. */
interface DevicePort {
    void accept(Transfer transfer);

    /** The time until this instant was spent so at a storage device. */
    default void spent(Transfer transfer, StorageTime how, long until) {
        throw new IllegalStateException("a packet was written to a disk");
    }

    /** The storage device has ended it. */
    default void ended(Transfer transfer) {
        throw new IllegalStateException("a packet was written to a disk");
    }
}
