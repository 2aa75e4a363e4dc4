package dev.trapline.virtualization;

import dev.trapline.declare.Component;
import dev.trapline.work.Place;
import java.util.ArrayList;
import java.util.List;

/** The processor runs the guest in a mode of its own and leaves it for operations that the hypervisor must handle. */
public final class HardwareAssist implements Technique {
    public static final Component<Technique> COMPONENT = new Component<>(
            "hardware-assisted",
            "The processor leaves the guest for operations that have a `handle-OPERATION` cost: exit round trip, the declared"
                    + " pollution of an exit, and the handler.",
            "adams-agesen-2006",
            List.of(),
            values -> new HardwareAssist());

    /** What any exit costs: the round trip, its declared pollution, and the translations it loses where the TLB has no tags. */
    public static List<Part> exit(CostLookup costs) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(Place.HYPERVISOR, "exit", costs.get("exit-round-trip")));
        parts.add(new Part(Place.HYPERVISOR, "exit pollution", costs.get("exit-pollution")));
        costs.find("exit-tlb-refill").ifPresent(cost -> parts.add(new Part(Place.HYPERVISOR, "tlb refill", cost)));
        return parts;
    }

    static List<Part> exitAnd(Part handler, CostLookup costs) {
        List<Part> parts = exit(costs);
        parts.add(handler);
        return parts;
    }

    @Override
    public List<Part> parts(Operation operation, CostLookup costs) {
        return costs.findFor("handle-", operation)
                .map(cost -> exitAnd(new Part(Place.HYPERVISOR, "emulation", cost), costs))
                .orElseGet(() -> NativeExecution.byProcessor(operation, costs));
    }

    @Override
    public boolean entersByExit() {
        return true;
    }
}
