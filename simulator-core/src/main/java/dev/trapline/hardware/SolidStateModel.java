package dev.trapline.hardware;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/**
 * A solid-state disk: a controller, flash that works on so many pages at the same time, and an interface.
 *
 * @param channels how many pages it can read or program at the same time: those of an address have one in turn
 * @param readPicos a channel's time for a page that is read
 * @param writePicos the same for one that is programmed where the page before it was
 * @param randomWritePicos the same for one that is not
 */
public record SolidStateModel(
        long overheadPicos,
        int channels,
        long pageBytes,
        long readPicos,
        long writePicos,
        long randomWritePicos,
        long bytesPerSecond,
        int queueDepth,
        long writeBufferBytes,
        long capacityBytes)
        implements BlockDeviceModel {

    private static final int WRITTEN_AT_A_TIME_BY_CHANNEL = 2;

    public static final Component<DeviceModel> COMPONENT = new Component<>(
            "ssd",
            "A solid-state disk: a controller, channels of flash that work side by side, an interface, a write buffer.",
            "agrawal-ssd-2008",
            List.of(
                    Shape.optional("overhead", Shape.time(0, 1e12), 0L, "What its controller has to do for each operation."),
                    Shape.required("channels", Shape.count(1, 4096), "Pages that it can read or program at the same time."),
                    Shape.optional("page", Shape.of(Dimension.BYTES, 512, 1e6), 4096L, "What a channel reads or programs at once."),
                    Shape.required("read", Shape.time(0, 1e12), "A channel's time for reading a page."),
                    Shape.required("write", Shape.time(0, 1e12), "A channel's time for programming the next page."),
                    Shape.optional(
                            "random-write",
                            Shape.time(0, 1e12),
                            null,
                            "The same for a page anywhere, with its share of what has to be moved and erased; absent: as `write`."),
                    Shape.required("transfer", Shape.of(Dimension.BANDWIDTH, 1e6, 1e13), "Rate of its interface, each direction."),
                    Shape.optional("queue", Shape.count(1, 100_000), 32L, "Operations that it knows at a time."),
                    Shape.optional(
                            "write-buffer",
                            Shape.of(Dimension.BYTES, 0, 1e12),
                            0L,
                            "What it accepts and programs later; 0: a write ends when it is programmed."),
                    Shape.optional(
                            "capacity", Shape.of(Dimension.BYTES, 1e6, 9e18), 100_000_000_000L, "Its size.")),
            SolidStateModel::of);

    static SolidStateModel of(Values values) {
        long page = values.whole("page");
        if (page % BlockDevice.SECTOR_BYTES != 0) {
            throw new IllegalArgumentException("'page' must be a multiple of 512 B, got " + page + " B");
        }
        return new SolidStateModel(
                values.whole("overhead"),
                values.count("channels"),
                page,
                values.whole("read"),
                values.whole("write"),
                values.has("random-write") ? values.whole("random-write") : values.whole("write"),
                values.whole("transfer") / 8,
                values.count("queue"),
                values.whole("write-buffer"),
                values.whole("capacity"));
    }

    @Override
    public BlockDevice make(String name, int number, DeviceMaker maker) {
        BlockDevice device = new Flash(name, this, maker.simulation());
        if (writeBufferBytes > 0) {
            WriteCache.Terms terms = new WriteCache.Terms(
                    writeBufferBytes, 0, 0, WRITTEN_AT_A_TIME_BY_CHANNEL * channels, channels * pageBytes);
            device = new WriteCache(name, device, terms, maker.simulation());
        }
        device = new Controller(name, device, overheadPicos, maker.simulation());
        device = Link.of(name, device, 1, bytesPerSecond, 0, maker.simulation());
        return new QueueLimit(device, queueDepth, maker.simulation());
    }
}
