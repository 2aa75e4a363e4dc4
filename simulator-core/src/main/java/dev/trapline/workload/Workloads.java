package dev.trapline.workload;

import dev.trapline.declare.Components;
import dev.trapline.declare.Values;
import java.util.List;

/** The kinds of workload that guests can have. */
public final class Workloads {
    private Workloads() {}

    /** Whether a workload says what memory it uses. */
    public static boolean usesMemory(Values workload) {
        for (Values step : workload.list("steps", Values.class)) {
            if (step.has(TouchStep.COMPONENT.name()) || step.has(ReadFileStep.COMPONENT.name())) {
                return true;
            }
        }
        return false;
    }

    /** The guest groups that a workload calls. */
    public static List<String> called(Values workload) {
        return workload.list("steps", Values.class).stream()
                .filter(step -> step.has(CallStep.NAME))
                .map(step -> step.text(CallStep.NAME))
                .distinct()
                .toList();
    }

    /** Whether guests with this workload answer the calls of others. */
    public static boolean answersCalls(Values workload) {
        return workload.text("kind").equals(Service.NAME);
    }

    public static Components<WorkloadFactory> standard() {
        return new Components<>(
                "kind",
                List.of(
                        ClosedLoad.COMPONENT,
                        OpenLoad.COMPONENT,
                        ClosedLoad.FIXED_JOB,
                        Loop.COMPONENT,
                        Service.COMPONENT,
                        TokenRing.COMPONENT,
                        StreamWorkload.COMPONENT,
                        DatagramStream.COMPONENT,
                        DiskQueue.COMPONENT,
                        Compositions.PING,
                        Compositions.IDLE));
    }
}
