package dev.trapline.hardware;

import dev.trapline.declare.Components;
import java.util.List;

/** The kinds of devices that machines can have. */
public final class Devices {
    private Devices() {}

    public static Components<DeviceModel> standard() {
        return new Components<>(
                "type",
                List.of(
                        NicModel.COMPONENT,
                        DiskModel.COMPONENT,
                        SolidStateModel.COMPONENT,
                        RaidModel.COMPONENT,
                        StorageNetworkModel.COMPONENT));
    }
}
