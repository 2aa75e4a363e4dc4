package dev.trapline.run;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.DrawnQuantity;
import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import dev.trapline.random.Distributions;
import dev.trapline.spec.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The load of one guest as queueing formulas see it.
 *
 * @param clients of a closed load; 0: it is open
 * @param tasks that carry requests out
 * @param thinkSeconds the mean, of a closed load
 * @param ratePerSecond of an open load
 */
record LoadShape(int clients, int tasks, double thinkSeconds, double ratePerSecond) {

    /** Empty for kinds of workload that have no requests which queue. */
    static Optional<LoadShape> of(WorkloadSpec workload) {
        Values values = workload.values();
        return switch (workload.kind()) {
            case "closed" -> Optional.of(new LoadShape(
                    values.count("clients"), tasks(values, values.count("clients")), seconds(values.draws("think")), 0));
            case "disk-queue" -> Optional.of(diskQueue(values.count("depth") * values.count("jobs")));
            case "ping" -> Optional.of(new LoadShape(1, 1, seconds(values.draws("think")), 0));
            case "open" -> Optional.of(new LoadShape(0, values.count("tasks"), 0, values.number("rate")));
            default -> Optional.empty();
        };
    }

    private static LoadShape diskQueue(int underWay) {
        return new LoadShape(underWay, underWay, 0, 0);
    }

    boolean isOpen() {
        return clients == 0;
    }

    /** The same work for one client that does not think, every request the mean one. */
    static WorkloadSpec alone(WorkloadSpec workload) {
        Values values = workload.values();
        Values one = switch (workload.kind()) {
            case "disk-queue" -> values.with("depth", 1L).with("jobs", 1L);
            case "ping" -> values.with("think", DrawnQuantity.constant(Dimension.TIME, 0));
            default -> values.with("kind", "closed")
                    .with("clients", 1L)
                    .with("tasks", 1L)
                    .with("think", DrawnQuantity.constant(Dimension.TIME, 0))
                    .with("steps", meanSteps(values));
        };
        return new WorkloadSpec(workload.name(), workload.title(), one, workload.mixes());
    }

    /** A guest that does nothing. */
    static WorkloadSpec idle(WorkloadSpec workload) {
        return new WorkloadSpec("idle", "idle", Values.empty().with("kind", "idle"), workload.mixes());
    }

    private static List<Values> meanSteps(Values workload) {
        List<Values> steps = new ArrayList<>();
        for (Values step : workload.list("steps", Values.class)) {
            steps.add(step.has("compute") ? step.with("compute", mean(step.draws("compute"))) : step);
        }
        return steps;
    }

    private static DrawnQuantity mean(DrawnQuantity drawn) {
        return DrawnQuantity.constant(drawn.dimension(), Distributions.of(drawn.kind(), drawn.parameters()).mean());
    }

    private static int tasks(Values values, int clients) {
        return values.count("tasks") == 0 ? clients : values.count("tasks");
    }

    private static double seconds(DrawnQuantity time) {
        return Distributions.of(time.kind(), time.parameters()).mean() / Time.PICOS_PER_SECOND;
    }
}
