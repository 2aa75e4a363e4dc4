package dev.trapline.memory;

import dev.trapline.hardware.BlockDevice;
import dev.trapline.hardware.StorageTime;

/** One operation on the swap area: neighbouring slots, read or written by the platform itself. */
abstract class SwapJob implements BlockDevice.Job {
    private final SwapArea area;

    SwapJob(SwapArea area) {
        this.area = area;
    }

    abstract int firstSlot();

    /** The last of its slots, or one before the first if there is none. */
    abstract int lastSlot();

    @Override
    public final void spent(StorageTime how, long until) {}

    @Override
    public final long bytes() {
        return DiskPlace.address(lastSlot() + 1 - firstSlot());
    }

    @Override
    public final double position() {
        return area.place().position(firstSlot());
    }

    @Override
    public final double angle() {
        return area.place().angle(firstSlot());
    }

    @Override
    public final boolean isSequential() {
        return true;
    }

    @Override
    public final Object source() {
        return area;
    }

    @Override
    public final long begins() {
        return DiskPlace.address(firstSlot());
    }

    @Override
    public final long ends() {
        return DiskPlace.address(lastSlot() + 1);
    }
}
