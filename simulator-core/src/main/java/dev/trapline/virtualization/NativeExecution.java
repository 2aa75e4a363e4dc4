package dev.trapline.virtualization;

import dev.trapline.declare.Component;
import dev.trapline.spec.Cost;
import dev.trapline.work.Place;
import java.util.List;

/** The processor executes the operation itself. */
public final class NativeExecution implements Technique {
    public static final Component<Technique> CPU = new Component<>(
            "native", "The processor executes every operation itself.", "", List.of(), values -> new NativeExecution());
    public static final Component<Technique> MEMORY = new Component<>(
            "native-paging", "The operating system owns the page tables.", "", List.of(), values -> new NativeExecution());

    static List<Part> byProcessor(Operation operation, CostLookup costs) {
        if (operation.isProgramsOwn() && costs.find(operation.word()).isEmpty()) {
            return List.of();
        }
        Cost cost = costs.findFor("", operation).orElseGet(() -> costs.get(operation.plain().word()));
        return List.of(new Part(Place.GUEST_KERNEL, operation.word(), cost));
    }

    @Override
    public List<Part> parts(Operation operation, CostLookup costs) {
        return byProcessor(operation, costs);
    }
}
