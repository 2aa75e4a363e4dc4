package dev.trapline.hardware;

import java.util.Arrays;

/**
 * A part of an operation, for one device of several: it lies at an address of that device, and remembers how its time was
 * spent, so that the operation can adopt the part that finished last.
 */
abstract class Part implements BlockDevice.Job {
    private BlockDevice device;
    private Object source;
    private boolean sequential;
    private boolean write;
    private long address;
    private long bytes;
    private StorageTime[] hows = new StorageTime[4];
    private long[] untils = new long[4];
    private int size;

    /** Becomes another part: a read or a write of a source, which may go on where that ended, so many bytes at an address of a device. */
    final void becomes(boolean writes, boolean goesOn, Object of, BlockDevice on, long at, long length) {
        write = writes;
        sequential = goesOn;
        source = of;
        device = on;
        address = at;
        bytes = length;
        size = 0;
    }

    final void submit() {
        device.submit(this);
    }

    final BlockDevice device() {
        return device;
    }

    /** Takes in what follows it on its device. */
    final void extend(long more) {
        bytes += more;
    }

    /** Tells the whole how the time of this part was spent. */
    final void tell(BlockDevice.Job whole) {
        for (int i = 0; i < size; i++) {
            whole.spent(hows[i], untils[i]);
        }
    }

    @Override
    public final long bytes() {
        return bytes;
    }

    @Override
    public final boolean isWrite() {
        return write;
    }

    @Override
    public final double position() {
        return (double) address / device.capacityBytes();
    }

    @Override
    public final boolean isSequential() {
        return sequential;
    }

    @Override
    public final Object source() {
        return source;
    }

    @Override
    public final long begins() {
        return address;
    }

    @Override
    public final long ends() {
        return address + bytes;
    }

    @Override
    public final double angle() {
        return device.angle(address);
    }

    @Override
    public final void spent(StorageTime how, long until) {
        if (size == hows.length) {
            hows = Arrays.copyOf(hows, size * 2);
            untils = Arrays.copyOf(untils, size * 2);
        }
        hows[size] = how;
        untils[size++] = until;
    }
}
