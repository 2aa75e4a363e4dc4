package dev.trapline.devicepath;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.work.Place;
import java.util.List;

/** A virtual device knows only so many operations at a time. */
final class OutstandingStage {
    static final Component<Stage> COMPONENT = new Component<>(
            "outstanding",
            "The operations that a virtual device can have under way; others wait in the guest's driver.",
            "",
            List.of(Shape.required("outstanding", Shape.count(1, 100_000), "How many.")),
            values -> route -> {
                Surroundings in = route.surroundings();
                int slot = in.slots().waiting(Place.GUEST_KERNEL, "device busy");
                route.hop(new Outstanding(in.simulation(), values.count("outstanding"), slot));
            });

    private OutstandingStage() {}
}
