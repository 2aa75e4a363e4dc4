package dev.trapline.hardware;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/**
 * A disk: controller overhead, a seek that grows with the square root of its distance, rotation, transfer, and a queue from
 * which it takes what it can reach first.
 *
 * @param rotationPicos one revolution
 * @param bytesPerSecond how fast it transfers
 * @param queueDepth how many operations it knows at a time
 * @param writeExtraPicos what the positioning of a write takes more than that of a read
 * @param capacityBytes its size, which says how far apart on it things of a size lie
 */
public record DiskModel(
        long overheadPicos,
        long trackSeekPicos,
        long averageSeekPicos,
        long fullSeekPicos,
        long rotationPicos,
        long bytesPerSecond,
        int queueDepth,
        long writeExtraPicos,
        long capacityBytes)
        implements DeviceModel {

    /** The mean of the square root of the distance of two uniform positions. */
    private static final double MEAN_ROOT_DISTANCE = 8.0 / 15.0;
    private static final long PICOS_PER_SECOND = 1_000_000_000_000L;

    public static final Component<DeviceModel> COMPONENT = new Component<>(
            "disk",
            "A disk with seek, rotation, transfer and a queue from which it takes what it can reach first.",
            "ruemmler-wilkes-1994",
            List.of(
                    Shape.optional("overhead", Shape.time(0, 1e12), 200_000_000L, "Of the controller, for each operation."),
                    Shape.required("track-seek", Shape.time(0, 1e12), "Seek to the next track."),
                    Shape.required("average-seek", Shape.time(0, 1e12), "Seek over a random distance, on average."),
                    Shape.required("full-seek", Shape.time(0, 1e12), "Seek over the whole disk."),
                    Shape.required("rotation", Shape.time(0, 1e12), "One revolution."),
                    Shape.required("transfer", Shape.of(Dimension.BANDWIDTH, 1e6, 1e12), "Rate of transfer."),
                    Shape.optional("queue", Shape.count(1, 100_000), 32L, "Operations that it knows at a time."),
                    Shape.optional(
                            "write-extra", Shape.time(0, 1e12), 0L, "What positioning takes more for a write than for a read."),
                    Shape.optional(
                            "capacity",
                            Shape.of(Dimension.BYTES, 1e6, 9e18),
                            100_000_000_000L,
                            "Its size: how far apart on it the pages of a file or of a swap area lie.")),
            DiskModel::of);

    static DiskModel of(Values values) {
        return new DiskModel(
                values.whole("overhead"),
                values.whole("track-seek"),
                values.whole("average-seek"),
                values.whole("full-seek"),
                values.whole("rotation"),
                values.whole("transfer") / 8,
                values.count("queue"),
                values.whole("write-extra"),
                values.whole("capacity"));
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
    public long turnPicos(long now, long seek, double angle) {
        long there = (now + seek) % Math.max(1, rotationPicos);
        long wanted = (long) (angle * rotationPicos);
        return wanted >= there ? wanted - there : wanted - there + rotationPicos;
    }

    /** At which angle an address lies, 0 to 1 of a revolution: a track holds what is transferred in one. */
    public double angle(long address) {
        double trackBytes = (double) bytesPerSecond * rotationPicos / PICOS_PER_SECOND;
        double turns = trackBytes == 0 ? 0 : address / trackBytes;
        return turns - Math.floor(turns);
    }

    public long transferPicos(long bytes) {
        return Math.multiplyExact(bytes, PICOS_PER_SECOND / 1000) / (bytesPerSecond / 1000);
    }
}
