package dev.trapline.scenarios.catalogue;

import dev.trapline.declare.Components;
import dev.trapline.random.Kind;
import java.util.List;

/**
 * The words that files can use because the core has them: what the language knows of schedulers, stages and workloads is
 * what these declare.
 *
 * @param schedulers selected by {@code type}
 * @param cpuTechniques what a mode's {@code cpu} may name
 * @param memoryTechniques what a mode's {@code memory} may name
 * @param stages of device paths, each recognised by the key of its name
 * @param workloads selected by {@code kind}
 * @param devices selected by {@code type}
 * @param distributions of drawn quantities
 * @param operations what an operation mix may count
 * @param events what a platform may charge cycles for
 */
public record Vocabulary(
        Components<?> schedulers,
        List<String> cpuTechniques,
        List<String> memoryTechniques,
        Components<?> stages,
        Components<?> workloads,
        Components<?> devices,
        List<Kind> distributions,
        List<String> operations,
        List<String> events) {

    /** The operations of the first version, for {@code operations}. */
    public static final List<String> OPERATIONS = List.of(
            "system-call", "exception", "page-fault", "page-table-write", "address-space-switch", "tlb-miss",
            "port-access", "msr-access", "interrupt-flag", "iret", "time-stamp-read");

    /** The events of the first version, for {@code events}. */
    public static final List<String> EVENTS = List.of(
            "virtual-interrupt", "physical-interrupt", "physical-interrupt-in-guest", "idle-enter", "idle-exit",
            "context-switch", "ipi", "tick", "host-tick", "task-switch");

    public Vocabulary {
        cpuTechniques = List.copyOf(cpuTechniques);
        memoryTechniques = List.copyOf(memoryTechniques);
        distributions = List.copyOf(distributions);
        operations = List.copyOf(operations);
        events = List.copyOf(events);
    }
}
