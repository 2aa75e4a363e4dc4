package dev.trapline.scenarios.check;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A distribution that a file can name.
 *
 * @param trial throws IllegalArgumentException with a sentence where arguments do not fit each other
 */
public record DistributionKind(
        String name, String sentence, List<Argument> arguments, Consumer<Map<String, double[]>> trial) {
    public DistributionKind {
        arguments = List.copyOf(arguments);
    }

    /**
     * What a distribution must be told.
     *
     * @param inUnitOfQuantity whether it carries the unit of the quantity (a mean) or none (a shape)
     * @param list whether it is a list of numbers
     * @param fallback the value if absent, or null if it must be given
     */
    public record Argument(
            String name,
            String sentence,
            boolean inUnitOfQuantity,
            boolean list,
            double low,
            boolean lowAllowed,
            double high,
            Double fallback) {
        public boolean accepts(double value) {
            return value <= high && (lowAllowed ? value >= low : value > low);
        }
    }
}
