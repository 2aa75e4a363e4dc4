package dev.trapline.devicepath;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.work.Place;
import java.util.List;

/** Time that holds no core: a fabric, a DMA, a timer of a device. */
final class DelayStage {
    static final Component<Stage> COMPONENT = new Component<>(
            "delay",
            "Time that holds no core.",
            "",
            List.of(Shape.required(
                    "delay", Shape.either(Shape.time(1, 1e13), Shape.text()), "How long, or the name of one of the platform's `delays`.")),
            values -> route -> {
                Surroundings in = route.surroundings();
                int slot = in.slots().service(Place.DEVICE, "delay");
                route.hop(new DelayHop(in.guestName() + " delay", in.simulation(), picos(values, in), slot));
            });

    private DelayStage() {}

    private static long picos(Values values, Surroundings in) {
        return values.get("delay") instanceof String name ? in.delayPicos(name) : values.whole("delay");
    }
}
