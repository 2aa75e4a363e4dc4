package dev.trapline.workload;

import dev.trapline.declare.DrawnQuantity;
import dev.trapline.random.Distribution;
import dev.trapline.random.Distributions;

/** Makes distributions of quantities that files name. */
final class Drawn {
    private Drawn() {}

    static Distribution of(DrawnQuantity quantity) {
        return Distributions.of(quantity.kind(), quantity.parameters());
    }
}
