package dev.trapline.virtualization;

import dev.trapline.declare.Component;
import java.util.List;

/** The guest kernel knows the hypervisor and asks it by hypercalls. */
public final class Paravirtualization implements Technique {
    public static final Component<Technique> COMPONENT = new Component<>(
            "paravirtual",
            "The guest kernel asks the hypervisor; an operation costs `paravirtual-OPERATION` where the platform has it.",
            "barham-2003",
            List.of(),
            values -> new Paravirtualization());

    @Override
    public List<Part> parts(Operation operation, CostLookup costs) {
        return Replaced.of("paravirtual", "hypercall", operation, costs);
    }
}
