package dev.trapline.workload;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.virtualization.Operation;
import dev.trapline.virtualization.Pricing;
import dev.trapline.work.Price;

/** Exact numbers of operations, each of which has its full price: what microbenchmarks count, besides rates of a mix. */
final class Counts {
    static final Shape.Key KEY = Shape.optional(
            "counts",
            Shape.fields(
                    "counts",
                    "How often each operation is done, exactly; the native cycles beside it exclude them.",
                    Operation.words().stream().map(Counts::key).toArray(Shape.Key[]::new)),
            Values.empty(),
            "Operations besides those of a mix: exact numbers, each at its full price.");

    private Counts() {}

    private static Shape.Key key(String operation) {
        return Shape.optional(
                operation, Shape.count(0, 1_000_000_000), null, "How many: " + operation.replace('-', ' ') + ".");
    }

    /** What they cost in all. */
    static Price price(Values counts, Pricing pricing) {
        if (counts.names().isEmpty()) {
            return Price.FREE;
        }
        Price sum = Price.FREE;
        for (String operation : counts.names()) {
            sum = sum.and(pricing.price(Operation.of(operation)).repeated(counts.count(operation)));
        }
        return pricing.slots().common(sum);
    }
}
