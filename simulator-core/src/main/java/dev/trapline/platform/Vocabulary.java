package dev.trapline.platform;

import dev.trapline.declare.Components;
import dev.trapline.devicepath.Stage;
import dev.trapline.devicepath.Stages;
import dev.trapline.hardware.DeviceModel;
import dev.trapline.hardware.Devices;
import dev.trapline.memory.MemoryPolicies;
import dev.trapline.memory.MemoryPolicyFactory;
import dev.trapline.random.Distributions;
import dev.trapline.random.Kind;
import dev.trapline.scheduler.SchedulerFactory;
import dev.trapline.scheduler.Schedulers;
import dev.trapline.virtualization.Technique;
import dev.trapline.virtualization.Techniques;
import dev.trapline.workload.WorkloadFactory;
import dev.trapline.workload.Workloads;
import java.util.List;

/** All that files can name: lists of components, as values to which others may add their own. */
public record Vocabulary(
        Components<SchedulerFactory> schedulers,
        Components<Technique> cpuTechniques,
        Components<Technique> memoryTechniques,
        Components<Stage> stages,
        Components<WorkloadFactory> workloads,
        Components<DeviceModel> devices,
        Components<MemoryPolicyFactory> memoryPolicies,
        List<Kind> distributions) {

    /** The events that a platform may charge cycles for. */
    public static final List<String> EVENTS = List.of(
            "virtual-interrupt",
            "level-interrupt",
            "physical-interrupt",
            "physical-interrupt-in-guest",
            "wait-call",
            "halt",
            "idle-enter",
            "idle-exit",
            "stop-tick",
            "restart-tick",
            "context-switch",
            "task-switch",
            "ipi",
            "guest-ipi",
            "wake-vcpu",
            "woken",
            "tpr-write",
            "spin-exit",
            "tick",
            "host-tick",
            "driver-domain-tick",
            "driver-domain-idle-enter",
            "driver-domain-idle-exit",
            "host-page-fault",
            "host-swap-in",
            "page-scan",
            "balloon-page");

    /** Events by which a guest takes an interrupt of its devices; of a level the guest's end of it has to be seen. */
    public static final List<String> GUEST_INTERRUPTS = List.of("virtual-interrupt", "level-interrupt");

    /** Events that only microbenchmarks provoke, with the step {@code event}: one operation that exits, and what handles it. */
    public static final List<String> PROBES = List.of(
            "cpuid",
            "hypercall",
            "interrupt-to-vcpu",
            "wake-halting",
            "end-of-interrupt",
            "port-read-in-kernel",
            "port-write-in-kernel",
            "port-write-to-event",
            "port-read-in-process",
            "port-write-in-process",
            "memory-mapped-read-in-process",
            "memory-mapped-write-in-process");

    /** What comes with Trapline. */
    public static Vocabulary standard() {
        return new Vocabulary(
                Schedulers.standard(),
                Techniques.cpu(),
                Techniques.memory(),
                Stages.standard(),
                Workloads.standard(),
                Devices.standard(),
                MemoryPolicies.standard(),
                Distributions.all());
    }

    /** The same with other schedulers. */
    public Vocabulary with(Components<SchedulerFactory> others) {
        return new Vocabulary(others, cpuTechniques, memoryTechniques, stages, workloads, devices, memoryPolicies, distributions);
    }

    /** The same with other kinds of workload. */
    public Vocabulary withWorkloads(Components<WorkloadFactory> others) {
        return new Vocabulary(schedulers, cpuTechniques, memoryTechniques, stages, others, devices, memoryPolicies, distributions);
    }
}
