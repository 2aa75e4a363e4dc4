package dev.trapline.hardware;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.spec.DeviceSpec;
import java.util.List;

/**
 * Storage that is reached over a network of its own: Fibre Channel, iSCSI.
 *
 * @param latencyPicos of the fabric, in each direction
 * @param ports links of the host, whichever is free first
 * @param values what was told; its array is a {@link DeviceSpec} once its name is resolved
 */
public record StorageNetworkModel(long latencyPicos, int ports, long bytesPerSecond, Values values) implements BlockDeviceModel {
    public static final Component<DeviceModel> COMPONENT = new Component<>(
            "san",
            "A device behind a storage network with its ports, their rate and its latency.",
            "",
            List.of(
                    Shape.required("array", Shape.reference("devices"), "What is at the other end."),
                    Shape.required("link", Shape.of(Dimension.BANDWIDTH, 1e6, 1e13), "What a port transfers, each direction."),
                    Shape.optional("ports", Shape.count(1, 64), 1L, "Links of the host; the first that is free is taken."),
                    Shape.optional(
                            "latency",
                            Shape.time(0, 1e12),
                            0L,
                            "Of the fabric with adapter and switches, in each direction, beyond the transfer.")),
            values -> new StorageNetworkModel(
                    values.whole("latency"), values.count("ports"), values.whole("link") / 8, values));

    @Override
    public BlockDevice make(String name, int number, DeviceMaker maker) {
        BlockDevice array = maker.make(name, number, (DeviceSpec) values.get("array"));
        return Link.of(name, array, ports, bytesPerSecond, latencyPicos, maker.simulation());
    }
}
