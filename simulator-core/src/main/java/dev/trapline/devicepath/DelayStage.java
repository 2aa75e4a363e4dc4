package dev.trapline.devicepath;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.work.Place;
import java.util.List;

/** Time that holds no core: a fabric, a DMA, a timer of a device. */
final class DelayStage {
    static final Component<Stage> COMPONENT = new Component<>(
            "delay",
            "Time that holds no core.",
            "",
            List.of(Shape.required("delay", Shape.time(1, 1e13), "How long.")),
            values -> route -> {
                Surroundings in = route.surroundings();
                int slot = in.slots().service(Place.DEVICE, "delay");
                route.hop(new DelayHop(in.guestName() + " delay", in.simulation(), values.whole("delay"), slot));
            });

    private DelayStage() {}
}
