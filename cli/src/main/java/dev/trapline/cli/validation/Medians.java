package dev.trapline.cli.validation;

import java.util.List;
import java.util.OptionalDouble;

/** The middle of some numbers. */
final class Medians {
    private Medians() {}

    /** Of an even number the mean of the two in the middle; of none nothing. */
    static OptionalDouble of(List<Double> values) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return OptionalDouble.of(
                sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2);
    }
}
