package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.DrawnQuantity;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kinds of workload that are closed load with given steps: a ping; and none at all. */
final class Compositions {
    static final Component<WorkloadFactory> PING = new Component<>(
            "ping",
            "One packet at a time that a program in the guest answers.",
            "",
            List.of(
                    Shape.required("bytes", Shape.of(Dimension.BYTES, 1, 1_400), "The size of either packet."),
                    Shape.optional(
                            "connection",
                            Shape.choice("kept", "none"),
                            "kept",
                            "kept: over a TCP connection; none: a UDP datagram each way."),
                    Shape.optional(
                            "think",
                            new Shape.Draws(Dimension.TIME, 0, 9e18),
                            DrawnQuantity.constant(Dimension.TIME, 0),
                            "What the client waits between an answer and its next packet.")),
            values -> {
                Map<String, Object> receive = new LinkedHashMap<>();
                receive.put("receive", values.whole("bytes"));
                receive.put("connection", values.text("connection"));
                receive.put("exchanges", 1L);
                Map<String, Object> send = new LinkedHashMap<>();
                send.put("send", values.whole("bytes"));
                Values closed = closed(1, List.of(Values.of(receive), Values.of(send))).with("think", values.draws("think"));
                return ClosedLoad.COMPONENT.create(closed);
            });

    static final Component<WorkloadFactory> IDLE = new Component<>(
            "idle",
            "Nothing but the operating system's own ticks.",
            "",
            List.of(),
            values -> mixes -> setting -> Workload.Run.ENDLESS);

    private Compositions() {}

    private static Values closed(long clients, List<Values> steps) {
        Map<String, Object> closed = new LinkedHashMap<>();
        closed.put("clients", clients);
        closed.put("think", DrawnQuantity.constant(Dimension.TIME, 0));
        closed.put("tasks", 0L);
        closed.put("steps", steps);
        return Values.of(closed);
    }
}
