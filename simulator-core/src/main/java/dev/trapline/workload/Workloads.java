package dev.trapline.workload;

import dev.trapline.declare.Components;
import java.util.List;

/** The kinds of workload that guests can have. */
public final class Workloads {
    private Workloads() {}

    public static Components<WorkloadFactory> standard() {
        return new Components<>(
                "kind",
                List.of(
                        ClosedLoad.COMPONENT,
                        OpenLoad.COMPONENT,
                        ClosedLoad.FIXED_JOB,
                        Loop.COMPONENT,
                        TokenRing.COMPONENT,
                        Stream.COMPONENT,
                        Compositions.DISK_QUEUE,
                        Compositions.PING,
                        Compositions.IDLE));
    }
}
