package dev.trapline.hardware;

import dev.trapline.engine.Simulation;
import dev.trapline.spec.DeviceSpec;
import java.util.function.Function;

/** Makes block devices of their data sheets, and the devices that they consist of. */
public final class DeviceMaker {
    private final Simulation simulation;
    private final Function<DeviceSpec, ? extends DeviceModel> models;

    public DeviceMaker(Simulation simulation, Function<DeviceSpec, ? extends DeviceModel> models) {
        this.simulation = simulation;
        this.models = models;
    }

    Simulation simulation() {
        return simulation;
    }

    public BlockDevice make(String name, int number, DeviceSpec spec) {
        if (!(models.apply(spec) instanceof BlockDeviceModel model)) {
            throw new IllegalArgumentException("'" + spec.name() + "' is of type '" + spec.type() + "' and stores nothing");
        }
        return model.make(name, number, this);
    }
}
