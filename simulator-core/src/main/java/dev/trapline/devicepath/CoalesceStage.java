package dev.trapline.devicepath;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import java.util.List;

/** Packets of a connection that the executor finds in its ring together go on as one. */
final class CoalesceStage {
    static final Component<Stage> COMPONENT = new Component<>(
            "coalesce",
            "Receive offload: data packets of one connection that the executor finds together in its ring go on as one segment.",
            "grossman-2005",
            List.of(
                    Shape.required("coalesce", Shape.of(Dimension.BYTES, 1460, 1e6), "The largest segment."),
                    Shape.optional(
                            "by",
                            Shape.choice("interface", "software"),
                            "interface",
                            "Whether only where the machine's interface, or its driver, has receive offload, or in any case.")),
            values -> route -> {
                if (values.text("by").equals("software") || route.surroundings().ports().nic().receiveOffload()) {
                    route.hop(new CoalesceHop(values.whole("coalesce")));
                }
            });

    private CoalesceStage() {}
}
