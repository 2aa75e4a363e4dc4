package dev.trapline.scenarios.catalogue;

import dev.trapline.declare.Component;
import dev.trapline.declare.Components;
import dev.trapline.random.Kind;
import dev.trapline.virtualization.Operation;
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

    public Vocabulary {
        cpuTechniques = List.copyOf(cpuTechniques);
        memoryTechniques = List.copyOf(memoryTechniques);
        distributions = List.copyOf(distributions);
        operations = List.copyOf(operations);
        events = List.copyOf(events);
    }

    /** The words of what the core has. */
    public static Vocabulary of(dev.trapline.platform.Vocabulary core) {
        return new Vocabulary(
                core.schedulers(),
                core.cpuTechniques().all().stream().map(Component::name).toList(),
                core.memoryTechniques().all().stream().map(Component::name).toList(),
                core.stages(),
                core.workloads(),
                core.devices(),
                core.distributions(),
                Operation.words(),
                dev.trapline.platform.Vocabulary.EVENTS);
    }
}
