package dev.trapline.virtualization;

import dev.trapline.work.Place;
import java.util.List;

/** The price of an operation for which the platform has a cost of its own, named with a prefix; others run natively. */
final class Replaced {
    private Replaced() {}

    static List<Part> of(String prefix, String mechanism, Operation operation, CostLookup costs) {
        return costs.findFor(prefix + "-", operation)
                .map(cost -> List.of(new Part(Place.HYPERVISOR, mechanism, cost)))
                .orElseGet(() -> NativeExecution.byProcessor(operation, costs));
    }
}
