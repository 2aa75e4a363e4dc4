package dev.trapline.memory;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a platform's swap area lies.
 *
 * @param disk the number of the machine's disk
 * @param at where on it the area begins, 0 to 1
 */
public record SwapSettings(int disk, double at) {
    /** The keys of every policy that swaps, with those of its own. */
    static List<Shape.Key> with(Shape.Key... own) {
        List<Shape.Key> keys = new ArrayList<>();
        keys.add(Shape.optional("swap-disk", Shape.count(0, 10_000), 0L, "The number of the disk with the swap area."));
        keys.add(Shape.optional("swap-at", Shape.ratio(), 0.5, "Where on that disk the swap area begins."));
        keys.addAll(List.of(own));
        return keys;
    }

    static SwapSettings of(Values values) {
        return new SwapSettings(values.count("swap-disk"), values.number("swap-at"));
    }
}
