package dev.trapline.workload;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.DrawnQuantity;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kinds of workload that are closed load with given steps: a disk at a queue depth, a ping. */
final class Compositions {
    static final Component<WorkloadFactory> DISK_QUEUE = new Component<>(
            "disk-queue",
            "A constant number of disk operations under way for each guest.",
            "",
            List.of(
                    Shape.required("depth", Shape.count(1, 10_000), "Operations under way."),
                    Shape.required("bytes", Shape.of(Dimension.BYTES, 512, 1e9), "The size of each."),
                    Shape.optional("access", Shape.choice("random", "sequential"), "random", "Where on the disk."),
                    Shape.optional("read-share", Shape.ratio(), 1.0, "How many of them read."),
                    Shape.optional(
                            "working-set", Shape.bytes(), 0L, "What the guest must fetch again after others used the cache.")),
            values -> {
                Map<String, Object> disk = new LinkedHashMap<>();
                disk.put("disk", "mixed");
                disk.put("bytes", values.whole("bytes"));
                disk.put("access", values.text("access"));
                disk.put("read-share", values.number("read-share"));
                disk.put("probability", 1.0);
                return ClosedLoad.COMPONENT.create(closed(values.whole("depth"), List.of(Values.of(disk))));
            });

    static final Component<WorkloadFactory> PING = new Component<>(
            "ping",
            "One packet at a time that a program in the guest answers.",
            "",
            List.of(
                    Shape.required("bytes", Shape.of(Dimension.BYTES, 1, 1_400), "The size of either packet."),
                    Shape.optional(
                            "think",
                            new Shape.Draws(Dimension.TIME, 0, 9e18),
                            DrawnQuantity.constant(Dimension.TIME, 0),
                            "What the client waits between an answer and its next packet.")),
            values -> {
                Map<String, Object> receive = new LinkedHashMap<>();
                receive.put("receive", values.whole("bytes"));
                receive.put("connection", "kept");
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
