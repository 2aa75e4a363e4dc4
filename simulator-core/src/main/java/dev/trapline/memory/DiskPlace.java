package dev.trapline.memory;

import dev.trapline.hardware.BlockDevice;

/**
 * Where on a disk a file or a swap area begins: its pages lie one behind the other from there, and have positions and
 * angles accordingly.
 */
final class DiskPlace {
    private final BlockDevice disk;
    private final double at;

    /** @param at where it begins, 0 to 1 of the disk */
    DiskPlace(BlockDevice disk, double at) {
        this.disk = disk;
        this.at = at;
    }

    /** Where the page with this number lies, 0 to 1 of the disk. */
    double position(int page) {
        return Math.min(1, at + (double) address(page) / disk.capacityBytes());
    }

    /** At which angle of a revolution it begins, 0 to 1. */
    double angle(int page) {
        return disk.angle((long) (at * disk.capacityBytes()) + address(page));
    }

    static long address(int page) {
        return (long) page * Pages.BYTES;
    }
}
