package dev.trapline.hardware;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.spec.DeviceSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * An array of like devices behind a controller with a cache.
 *
 * @param values what was told; its member is a {@link DeviceSpec} once its name is resolved
 */
public record RaidModel(RaidLevel level, int members, long stripeBytes, Values values) implements BlockDeviceModel {
    /** Operations that the cache has under way for each member, so that each can choose. */
    private static final int WRITTEN_AT_A_TIME_BY_MEMBER = 4;

    public static final Component<DeviceModel> COMPONENT = new Component<>(
            "raid",
            "An array of like devices, striped, mirrored or with parity, behind a controller that may have a cache.",
            "patterson-gibson-katz-1988",
            List.of(
                    Shape.required("level", Shape.count(0, 10), "0 stripes, 1 mirrors, 5 has parity, 10 stripes over mirrors."),
                    Shape.required("member", Shape.reference("devices"), "What it consists of."),
                    Shape.required("members", Shape.count(1, 10_000), "How many of them."),
                    Shape.optional(
                            "stripe", Shape.of(Dimension.BYTES, 512, 1e9), 65_536L, "What lies on one member before the next."),
                    Shape.optional(
                            "overhead", Shape.time(0, 1e12), 0L, "What the controller's processor has to do for each operation."),
                    Shape.optional(
                            "transfer",
                            Shape.of(Dimension.BANDWIDTH, 1e6, 1e13),
                            null,
                            "Rate between host and controller, each direction; absent: takes no time."),
                    Shape.optional(
                            "write-cache", Shape.of(Dimension.BYTES, 0, 1e13), 0L, "What it accepts and writes later; 0: nothing."),
                    Shape.optional(
                            "battery", Shape.flag(), true, "Without one a write ends when it is on the members, cache or not."),
                    Shape.optional("read-cache", Shape.of(Dimension.BYTES, 0, 1e13), 0L, "What it keeps of what was used last.")),
            RaidModel::of);

    static RaidModel of(Values values) {
        RaidLevel level = RaidLevel.of(values.whole("level"));
        level.check(values.count("members"));
        long stripe = values.whole("stripe");
        if (stripe % BlockDevice.SECTOR_BYTES != 0) {
            throw new IllegalArgumentException("'stripe' must be a multiple of 512 B, got " + stripe + " B");
        }
        return new RaidModel(level, values.count("members"), stripe, values);
    }

    @Override
    public BlockDevice make(String name, int number, DeviceMaker maker) {
        DeviceSpec member = (DeviceSpec) values.get("member");
        List<BlockDevice> devices = new ArrayList<>();
        for (int i = 0; i < members; i++) {
            devices.add(maker.make(name + " member " + i, i, member));
        }
        RaidLayout layout = RaidLayout.of(level, members, stripeBytes, devices.get(0).capacityBytes());
        BlockDevice array = new RaidMembers(layout, devices);
        long writeCache = values.flag("battery") ? values.whole("write-cache") : 0;
        if (writeCache > 0) {
            WriteCache.Terms terms = new WriteCache.Terms(
                    writeCache, 0, 0, WRITTEN_AT_A_TIME_BY_MEMBER * members, layout.rowBytes());
            array = new WriteCache(name, array, terms, maker.simulation());
        }
        if (values.whole("read-cache") > 0) {
            array = new ReadCache(name, array, values.whole("read-cache"), maker.simulation());
        }
        array = new Controller(name, array, values.whole("overhead"), maker.simulation());
        return values.has("transfer")
                ? Link.of(name, array, 1, values.whole("transfer") / 8, 0, maker.simulation())
                : array;
    }
}
