package dev.trapline.virtualization;

import dev.trapline.declare.Component;
import dev.trapline.work.Place;
import java.util.List;
import java.util.Optional;

/** The processor runs the guest in a mode of its own and leaves it for operations that the hypervisor must handle. */
public final class HardwareAssist implements Technique {
    public static final Component<Technique> COMPONENT = new Component<>(
            "hardware-assisted",
            "The processor leaves the guest for operations that have a `handle-OPERATION` cost: exit round trip, the declared"
                    + " pollution of an exit, and the handler.",
            "adams-agesen-2006",
            List.of(),
            values -> new HardwareAssist());

    static List<Part> exitAnd(Part handler, CostLookup costs) {
        return List.of(
                new Part(Place.HYPERVISOR, "exit", costs.get("exit-round-trip")),
                new Part(Place.HYPERVISOR, "exit pollution", costs.get("exit-pollution")),
                handler);
    }

    @Override
    public List<Part> parts(Operation operation, CostLookup costs) {
        return Optional.of("handle-" + operation.word())
                .flatMap(costs::find)
                .map(cost -> exitAnd(new Part(Place.HYPERVISOR, "emulation", cost), costs))
                .orElseGet(() -> NativeExecution.byProcessor(operation, costs));
    }

    @Override
    public boolean entersByExit() {
        return true;
    }
}
