package dev.trapline.devicepath;

import dev.trapline.hardware.BlockDevice;

/** The memory of a guest that a disk operation reads or fills: a device cannot begin before all of it is there. */
public interface Landing {
    /** Submits the operation to {@code disk} as soon as the memory is there, which may be at once. */
    void prepare(Transfer operation, BlockDevice disk);
}
