package dev.trapline.hardware;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/**
 * A disk: controller overhead, a seek that grows with the square root of its distance, rotation, transfer that falls from the
 * outer tracks to the inner, and a queue.
 *
 * @param rotationPicos one revolution
 * @param bytesPerSecond how fast it transfers at its outer edge, where addresses begin
 * @param innerBytesPerSecond the same at its inner edge
 * @param queueDepth how many operations it knows at a time
 * @param writeExtraPicos what the positioning of a write takes more than that of a read
 * @param capacityBytes its size, which says how far apart on it things of a size lie
 * @param writeCacheBytes what it may have accepted and not yet written; 0: a write ends when it is on the disk
 * @param interfaceBytesPerSecond how fast a write reaches the write cache
 */
public record DiskModel(
        long overheadPicos,
        long trackSeekPicos,
        long averageSeekPicos,
        long fullSeekPicos,
        long rotationPicos,
        long bytesPerSecond,
        long innerBytesPerSecond,
        int queueDepth,
        DiskOrder order,
        long writeExtraPicos,
        long capacityBytes,
        long writeCacheBytes,
        long interfaceBytesPerSecond)
        implements BlockDeviceModel {

    /** The mean of the square root of the distance of two uniform positions. */
    private static final double MEAN_ROOT_DISTANCE = 8.0 / 15.0;
    private static final long PICOS_PER_SECOND = 1_000_000_000_000L;
    /** The part of a revolution by which disks side by side are apart: the golden section spreads any number of them. */
    private static final double APART = 0.6180339887498949;
    /** Operations that a write cache lets its disk choose from. */
    private static final int WRITTEN_AT_A_TIME = 8;
    private static final long WRITTEN_AT_ONCE_BYTES = 1 << 20;

    public static final Component<DeviceModel> COMPONENT = new Component<>(
            "disk",
            "A disk with seek, rotation, transfer by zone, a queue and perhaps a write cache.",
            "ruemmler-wilkes-1994",
            List.of(
                    Shape.optional("overhead", Shape.time(0, 1e12), 200_000_000L, "Of the controller, for each operation."),
                    Shape.required("track-seek", Shape.time(0, 1e12), "Seek to the next track."),
                    Shape.required("average-seek", Shape.time(0, 1e12), "Seek over a random distance, on average."),
                    Shape.required("full-seek", Shape.time(0, 1e12), "Seek over the whole disk."),
                    Shape.required("rotation", Shape.time(0, 1e12), "One revolution."),
                    Shape.required("transfer", Shape.of(Dimension.BANDWIDTH, 1e6, 1e12), "Rate of transfer, at the outer edge."),
                    Shape.optional(
                            "inner-transfer",
                            Shape.of(Dimension.BANDWIDTH, 1e6, 1e12),
                            null,
                            "Rate of transfer at the inner edge; absent: the same everywhere."),
                    Shape.optional("queue", Shape.count(1, 100_000), 32L, "Operations that it knows at a time."),
                    Shape.optional(
                            "order",
                            Shape.choice(DiskOrder.NEAREST.word(), DiskOrder.C_LOOK.word(), DiskOrder.FIFO.word()),
                            DiskOrder.NEAREST.word(),
                            "Which of them it takes next: the one it reaches first, the next inwards, or the first that came."),
                    Shape.optional(
                            "write-extra", Shape.time(0, 1e12), 0L, "What positioning takes more for a write than for a read."),
                    Shape.optional(
                            "capacity",
                            Shape.of(Dimension.BYTES, 1e6, 9e18),
                            100_000_000_000L,
                            "Its size: how far apart on it the pages of a file or of a swap area lie."),
                    Shape.optional(
                            "write-cache",
                            Shape.of(Dimension.BYTES, 0, 1e12),
                            0L,
                            "What it accepts and writes later; 0: a write ends when it is on the disk."),
                    Shape.optional(
                            "interface",
                            Shape.of(Dimension.BANDWIDTH, 1e6, 1e12),
                            2_400_000_000L,
                            "How fast a write reaches the write cache.")),
            DiskModel::of);

    /** A disk of which only this is of interest: every seek takes the same. */
    public static DiskModel plain(
            long overheadPicos, long seekPicos, long rotationPicos, long bytesPerSecond, int queueDepth, long capacityBytes) {
        return new DiskModel(
                overheadPicos, seekPicos, seekPicos, seekPicos, rotationPicos, bytesPerSecond, bytesPerSecond, queueDepth,
                DiskOrder.NEAREST, 0, capacityBytes, 0, bytesPerSecond);
    }

    static DiskModel of(Values values) {
        long outer = values.whole("transfer") / 8;
        long inner = values.has("inner-transfer") ? values.whole("inner-transfer") / 8 : outer;
        if (inner > outer) {
            throw new IllegalArgumentException("'inner-transfer' must not be above 'transfer': outer tracks are the longer ones");
        }
        return new DiskModel(
                values.whole("overhead"),
                values.whole("track-seek"),
                values.whole("average-seek"),
                values.whole("full-seek"),
                values.whole("rotation"),
                outer,
                inner,
                values.count("queue"),
                DiskOrder.of(values.text("order")),
                values.whole("write-extra"),
                values.whole("capacity"),
                values.whole("write-cache"),
                values.whole("interface") / 8);
    }

    @Override
    public BlockDevice make(String name, int number, DeviceMaker maker) {
        Disk disk = new Disk(name, this, number * APART % 1, maker.simulation());
        if (writeCacheBytes == 0) {
            return disk;
        }
        WriteCache.Terms terms = new WriteCache.Terms(
                writeCacheBytes, overheadPicos, interfaceBytesPerSecond, WRITTEN_AT_A_TIME, WRITTEN_AT_ONCE_BYTES);
        return new WriteCache(name, disk, terms, maker.simulation());
    }

    /**
     * The seek over a distance, 0 to 1 of the disk: a + b times the root of the distance, with a the seek to the next track
     * and b such that the mean over random distances is the average seek; never more than the full seek.
     */
    public long seekPicos(double distance) {
        if (distance == 0) {
            return 0;
        }
        double slope = (averageSeekPicos - trackSeekPicos) / MEAN_ROOT_DISTANCE;
        return Math.min(fullSeekPicos, trackSeekPicos + (long) (slope * Math.sqrt(distance)));
    }

    /** How long after a seek from now on the disk turns until this angle, 0 to 1 of a revolution, is there. */
    long turnPicos(long now, long seek, double angle, double startAngle) {
        long start = (long) (startAngle * rotationPicos);
        long there = (now + seek + start) % Math.max(1, rotationPicos);
        long wanted = (long) (angle * rotationPicos);
        return wanted >= there ? wanted - there : wanted - there + rotationPicos;
    }

    /**
     * How fast it transfers at a position, 0 to 1 of its bytes. Bits lie equally dense everywhere, so that the rate is in
     * proportion to the radius, and bytes to the area outside of it.
     */
    double rate(double position) {
        if (innerBytesPerSecond == bytesPerSecond) {
            return bytesPerSecond;
        }
        double outer = (double) bytesPerSecond * bytesPerSecond;
        double inner = (double) innerBytesPerSecond * innerBytesPerSecond;
        return Math.sqrt(outer - position * (outer - inner));
    }

    /** At which angle an address lies, 0 to 1 of a revolution, by the revolutions from the outer edge up to it. */
    double angle(long address) {
        double secondsPerTurn = (double) rotationPicos / PICOS_PER_SECOND;
        double turns = secondsPerTurn == 0 ? 0 : secondsUpTo(address) / secondsPerTurn;
        return turns - Math.floor(turns);
    }

    /** How long the transfer of everything before an address takes: the integral of 1 / rate. */
    private double secondsUpTo(long address) {
        double slowing = (double) bytesPerSecond - innerBytesPerSecond;
        if (slowing == 0) {
            return (double) address / bytesPerSecond;
        }
        double rate = rate((double) address / capacityBytes);
        return 2.0 * capacityBytes * (bytesPerSecond - rate) / (slowing * ((double) bytesPerSecond + innerBytesPerSecond));
    }

    /** How long so many bytes take that begin at a position. */
    long transferPicos(long bytes, double position) {
        return Rates.picos(bytes, (long) rate(position));
    }
}
