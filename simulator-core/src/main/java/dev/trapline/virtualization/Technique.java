package dev.trapline.virtualization;

import java.util.List;

/** How a platform carries out operations of its guests; a pure function to the parts of their price. */
public interface Technique {
    /** What the operation costs in all, natively executed parts included. */
    List<Part> parts(Operation operation, CostLookup costs);

    /** The same for guests that are backed by large pages. */
    default Technique onLargePages() {
        return this;
    }

    /** Whether entering the hypervisor from the guest is an exit of the hardware. */
    default boolean entersByExit() {
        return false;
    }
}
