package dev.trapline.hardware;

import java.util.Arrays;

/**
 * A part of an operation, for one device of several: it lies at an address of that device, and remembers how its time was
 * spent, so that the operation can adopt the part that finished last.
 */
abstract class Part implements BlockDevice.Job {
    private final BlockDevice device;
    private final Object source;
    private final boolean sequential;
    private final boolean write;
    private final long address;
    private long bytes;
    private StorageTime[] hows = new StorageTime[4];
    private long[] untils = new long[4];
    private int size;

    Part(BlockDevice device, BlockDevice.Job whole, boolean write, long address, long bytes) {
        this(device, whole.source(), whole.isSequential(), write, address, bytes);
    }

    Part(BlockDevice device, Object source, boolean sequential, boolean write, long address, long bytes) {
        this.device = device;
        this.source = source;
        this.sequential = sequential;
        this.write = write;
        this.address = address;
        this.bytes = bytes;
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
