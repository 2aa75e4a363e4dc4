package dev.trapline.virtualization;

import dev.trapline.declare.Component;
import java.util.List;

/** The guest sees machine frames; the hypervisor checks updates of page tables, many in one hypercall. */
public final class DirectPaging implements Technique {
    public static final Component<Technique> COMPONENT = new Component<>(
            "direct-paging",
            "The guest's own page tables are used and the hypervisor checks their updates, at `direct-paging-OPERATION`.",
            "barham-2003",
            List.of(),
            values -> new DirectPaging());

    @Override
    public List<Part> parts(Operation operation, CostLookup costs) {
        return Replaced.of("direct-paging", "direct paging", operation, costs);
    }
}
