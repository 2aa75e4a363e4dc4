package dev.trapline.hardware;

import java.util.List;

/**
 * What stands behind a guest's disk: a disk, a solid-state disk, an array, a storage network. It takes operations whenever
 * they come, ends each of them exactly once, and tells each at which instant it has left which part of the way behind.
 */
public interface BlockDevice {
    /** An operation for a device. */
    interface Job {
        long bytes();

        boolean isWrite();

        /** Where on the device it begins, 0 to 1. */
        double position();

        /** Whether it goes on where the operation before it of the same source ended, if {@link #begins} says no other. */
        boolean isSequential();

        /** The source of which it may be the continuation. */
        Object source();

        /** At which of its source's addresses it begins; it goes on only where the operation before it ended. */
        default long begins() {
            return 0;
        }

        /** The address of its source after it. */
        default long ends() {
            return 0;
        }

        /** At which angle of a disk it begins, 0 to 1 of a revolution. */
        double angle();

        /** The time until this instant, since what it was told last or since it was submitted, was spent so. */
        void spent(StorageTime how, long until);

        /** The device has ended it, at the instant up to which it was told how its time was spent. */
        void ended();
    }

    void submit(Job job);

    /** Whether an operation would end in the call that submits it, without the machine's device being asked. */
    default boolean answers(boolean write, long address, long bytes) {
        return false;
    }

    /** Whether nothing is under way, nor waits, nor is yet to be written. */
    boolean isIdle();

    /** Its parts that can be busy all the time, the device proper first; its own name is empty. */
    List<BusyPart> parts();

    /** How far apart on it things of a size lie. */
    long capacityBytes();

    /** At which angle of a disk an address lies, 0 to 1 of a revolution; 0 where nothing turns. */
    double angle(long address);

    /** Throws if an operation was lost, or ended twice. */
    void checkConservation();

    /**
     * The address at which a job begins. One that says at which address of its source it begins keeps its position to the sector,
     * so that what lies side by side stays so; any other begins at a multiple of its size, as pages of a file do. It does not
     * reach beyond the end.
     */
    default long address(Job job) {
        long unit = job.ends() > job.begins() ? SECTOR_BYTES : (job.bytes() + SECTOR_BYTES - 1) / SECTOR_BYTES * SECTOR_BYTES;
        long units = StrictMath.round(job.position() * capacityBytes() / unit);
        long last = Math.max(0, capacityBytes() - job.bytes());
        return Math.min(units * unit, unit == SECTOR_BYTES ? last : last / unit * unit);
    }

    int SECTOR_BYTES = 512;
}
