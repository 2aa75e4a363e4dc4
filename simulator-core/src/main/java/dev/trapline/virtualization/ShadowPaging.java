package dev.trapline.virtualization;

import dev.trapline.declare.Component;
import dev.trapline.work.Place;
import java.util.List;

/** The hypervisor keeps tables of its own behind the guest's, traces writes to those and fills its own on faults. */
public final class ShadowPaging implements Technique {
    private final boolean entersByExit;

    private ShadowPaging(boolean entersByExit) {
        this.entersByExit = entersByExit;
    }

    public static final Component<Technique> COMPONENT = new Component<>(
            "shadow-paging",
            "The hypervisor keeps shadow tables; an operation that concerns them costs `shadow-OPERATION`, and an exit where"
                    + " the CPU technique enters by one.",
            "adams-agesen-2006",
            List.of(),
            values -> new ShadowPaging(false));

    /** The same below a CPU technique that enters the hypervisor by an exit. */
    ShadowPaging enteredByExit() {
        return new ShadowPaging(true);
    }

    @Override
    public List<Part> parts(Operation operation, CostLookup costs) {
        return costs.findFor("shadow-", operation)
                .map(cost -> priced(new Part(Place.HYPERVISOR, "shadow paging", cost), costs))
                .orElseGet(() -> NativeExecution.byProcessor(operation, costs));
    }

    private List<Part> priced(Part handler, CostLookup costs) {
        return entersByExit ? HardwareAssist.exitAnd(handler, costs) : List.of(handler);
    }
}
