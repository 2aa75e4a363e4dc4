package dev.trapline.virtualization;

import dev.trapline.declare.Component;
import dev.trapline.work.Place;
import java.util.List;

/** The processor walks the guest's page tables and, for each step of that, the hypervisor's: only TLB misses cost more. */
public final class NestedPaging implements Technique {
    public static final Component<Technique> COMPONENT = new Component<>(
            "nested-paging",
            "The processor walks the guest's and the hypervisor's tables; a TLB miss costs `nested-tlb-miss`, or"
                    + " `nested-large-page-tlb-miss` where large pages back the guest; all else is native.",
            "bhargava-2008",
            List.of(),
            values -> new NestedPaging("nested-tlb-miss"));

    private final String walk;

    private NestedPaging(String walk) {
        this.walk = walk;
    }

    @Override
    public Technique onLargePages() {
        return new NestedPaging("nested-large-page-tlb-miss");
    }

    @Override
    public List<Part> parts(Operation operation, CostLookup costs) {
        return operation == Operation.TLB_MISS
                ? List.of(new Part(Place.HYPERVISOR, "page-walk", costs.get(walk)))
                : NativeExecution.byProcessor(operation, costs);
    }
}
