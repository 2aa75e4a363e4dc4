package dev.trapline.devicepath;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import java.util.List;

/**
 * Up to here the stack's data goes in segments of several packets, if the machine's interface can cut them; where it cannot they
 * are cut here by software, or the stack makes packets from the beginning.
 */
final class SegmentationStage {
    static final Component<Stage> COMPONENT = new Component<>(
            "segmentation",
            "Segmentation offload: before this stage TCP data goes in segments of several packets, which the machine's interface"
                    + " cuts if it can.",
            "linux-gso",
            List.of(
                    Shape.required("segmentation", Shape.of(Dimension.BYTES, 1460, 1e6), "The largest segment."),
                    Shape.optional(
                            "in-software",
                            Shape.flag(),
                            false,
                            "Whether an interface that cannot has segments cut here; else the stack makes packets from the beginning.")),
            values -> route -> {
                GuestPorts ports = route.surroundings().ports();
                boolean byInterface = ports.nic().segmentationOffload();
                if (byInterface || values.flag("in-software")) {
                    ports.takesSegmentsOf(values.whole("segmentation"));
                }
                if (!byInterface && values.flag("in-software")) {
                    route.hop(new SegmentationHop(ports.segmentBytes()));
                }
            });

    private SegmentationStage() {}
}
