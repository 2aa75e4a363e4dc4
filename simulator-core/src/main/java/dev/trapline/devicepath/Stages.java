package dev.trapline.devicepath;

import dev.trapline.declare.Components;
import java.util.List;

/** The kinds of stages that paths can be made of. */
public final class Stages {
    private Stages() {}

    public static Components<Stage> standard() {
        return new Components<>(
                "stage",
                List.of(
                        WorkStage.COMPONENT,
                        NotifyStage.COMPONENT,
                        DeviceStage.COMPONENT,
                        InterruptStage.COMPONENT,
                        SegmentationStage.COMPONENT,
                        CoalesceStage.COMPONENT,
                        DelayStage.COMPONENT,
                        CombineStage.COMPONENT,
                        ImageStage.COMPONENT,
                        HostCacheStage.COMPONENT,
                        OutstandingStage.COMPONENT));
    }
}
