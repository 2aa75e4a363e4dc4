package dev.trapline.spec;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;

/**
 * Who runs the stages that name it.
 *
 * @param in {@code guest} (its vCPU 0, or that of its affinity), {@code driver-domain},
 *     {@code core} (stolen from whatever runs on it) or {@code host-thread} (a thread of its own)
 * @param level {@code monitor}, {@code interrupt}, {@code softirq} or {@code task}
 * @param onePer how many there are: one per {@code platform}, {@code device} (and queue of it), {@code guest} or {@code vcpu} of the driver domain
 * @param batch the most operations of one pass
 * @param ring how many operations fit between it and who feeds it; 0: no bound
 * @param affinity the core or driver-domain vCPU, or -1: in turn
 */
public record ExecutorSpec(String name, String in, String level, String onePer, int batch, int ring, int affinity, int weight) {

    public static final Shape SHAPE = Shape.fields(
            "executor",
            "Who runs the stages that name it.",
            Shape.required(
                    "in",
                    Shape.choice("guest", "driver-domain", "core", "host-thread"),
                    "A vCPU of the guest, the first if `affinity` says no other, the driver domain, time stolen from whatever runs on a core, or a host thread."),
            Shape.required(
                    "level",
                    Shape.choice("monitor", "interrupt", "softirq", "task"),
                    "At which level of that context; on a core only `interrupt` and `softirq`."),
            Shape.required("one-per", Shape.choice("platform", "device", "guest", "vcpu"), "How many there are; of a network interface with several queues, one for each queue."),
            Shape.optional("batch", Shape.count(1, 1_000_000), 64L, "The most operations of one pass."),
            Shape.optional("ring", Shape.count(0, 1_000_000), 0L, "Operations between it and its feeder; 0: no bound."),
            Shape.optional("affinity", Shape.count(0, 4096), null, "The core or vCPU; absent: in turn, and a host thread goes wherever there is room."),
            Shape.optional("weight", Shape.count(1, 65_536), 1L, "Neutral weight of a host thread."));

    public static ExecutorSpec of(String name, Values values) {
        return new ExecutorSpec(
                name,
                values.text("in"),
                values.text("level"),
                values.text("one-per"),
                values.count("batch"),
                values.count("ring"),
                values.has("affinity") ? values.count("affinity") : -1,
                values.count("weight"));
    }
}
