package dev.trapline.devicepath;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import java.util.List;

/** Hands the operation to a device of the machine. */
final class DeviceStage {
    static final Component<Stage> COMPONENT = new Component<>(
            "device",
            "Hands the operation to a device of the machine, whose end begins the path's `completion`; stages after this one are done besides.",
            "",
            List.of(Shape.required("device", Shape.choice("nic", "disk"), "Which.")),
            values -> route -> route.device(new DeviceHop(route.surroundings().ports().device(values.text("device")))));

    private DeviceStage() {}
}
