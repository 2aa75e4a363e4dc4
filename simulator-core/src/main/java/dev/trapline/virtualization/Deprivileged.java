package dev.trapline.virtualization;

import dev.trapline.declare.Component;
import dev.trapline.work.Place;
import java.util.ArrayList;
import java.util.List;

/** A monitor in a host's kernel module runs the guest deprivileged; what it cannot do itself goes to its host process. */
public final class Deprivileged implements Technique {
    public static final Component<Technique> COMPONENT = new Component<>(
            "deprivileged-with-world-switch",
            "A hosted monitor handles an operation at `deprivileged-OPERATION`; where the platform has `host-OPERATION` that"
                    + " part runs in the host process, after a world switch and before one back.",
            "sugerman-2001",
            List.of(),
            values -> new Deprivileged());

    @Override
    public List<Part> parts(Operation operation, CostLookup costs) {
        List<Part> parts = new ArrayList<>(Replaced.of("deprivileged", "deprivileged execution", operation, costs));
        costs.find("host-" + operation.word())
                .ifPresent(cost -> parts.add(new Part(Place.HOST_PROCESS, "emulation", cost)));
        return parts;
    }
}
