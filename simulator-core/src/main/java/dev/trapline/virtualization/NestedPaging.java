package dev.trapline.virtualization;

import dev.trapline.declare.Component;
import dev.trapline.work.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * The processor walks the guest's page tables and, for each step of that, the hypervisor's: only TLB misses cost more, those that
 * are counted and those that a change of the address space brings.
 */
public final class NestedPaging implements Technique {
    public static final Component<Technique> COMPONENT = new Component<>(
            "nested-paging",
            "The processor walks the guest's and the hypervisor's tables; a TLB miss costs `nested-tlb-miss`, and the walks after a"
                    + " change of the address space `nested-switch-refill` more than natively, or `nested-large-page-tlb-miss` and"
                    + " `nested-large-page-switch-refill` where large pages back the guest; all else is native.",
            "bhargava-2008",
            List.of(),
            values -> new NestedPaging("nested-"));

    private final String prefix;

    private NestedPaging(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public Technique onLargePages() {
        return new NestedPaging("nested-large-page-");
    }

    @Override
    public List<Part> parts(Operation operation, CostLookup costs) {
        if (operation == Operation.TLB_MISS) {
            return List.of(new Part(Place.HYPERVISOR, "page-walk", costs.get(prefix + "tlb-miss")));
        }
        List<Part> parts = new ArrayList<>(NativeExecution.byProcessor(operation, costs));
        if (operation == Operation.ADDRESS_SPACE_SWITCH) {
            parts.add(new Part(Place.HYPERVISOR, "page-walk", costs.get(prefix + "switch-refill")));
        }
        return parts;
    }
}
