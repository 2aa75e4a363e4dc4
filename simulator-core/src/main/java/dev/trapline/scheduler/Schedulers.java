package dev.trapline.scheduler;

import dev.trapline.declare.Components;
import java.util.List;

/** The schedulers that scenarios and platforms can name. */
public final class Schedulers {
    private Schedulers() {}

    public static Components<SchedulerFactory> standard() {
        return new Components<>("type", List.of(
                CreditScheduler.COMPONENT,
                Credit2Scheduler.COMPONENT,
                BvtScheduler.COMPONENT,
                SedfScheduler.COMPONENT,
                EsxScheduler.COMPONENT,
                HyperVScheduler.COMPONENT,
                HyperVCoreScheduler.COMPONENT,
                WindowsScheduler.COMPONENT,
                LinuxO1Scheduler.COMPONENT,
                LinuxCfsScheduler.COMPONENT,
                LinuxEevdfScheduler.COMPONENT,
                RoundRobinScheduler.COMPONENT,
                ProcessorSharingScheduler.COMPONENT));
    }
}
