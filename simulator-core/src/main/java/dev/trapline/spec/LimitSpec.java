package dev.trapline.spec;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Measured;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/**
 * A documented limit or support rule.
 *
 * @param rule which one
 * @param atMost the limit in the unit of its rule, or 0 for rules that need none
 * @param source an identifier of the list of sources
 * @param text what the documentation says
 */
public record LimitSpec(String rule, double atMost, String source, String text) {

    public static final Shape SHAPE = Shape.fields(
            "limit",
            "A documented limit or support rule.",
            Shape.required(
                    "rule",
                    Shape.choice(
                            "vcpus-per-guest",
                            "memory-per-guest",
                            "guests-per-host",
                            "vcpus-per-host",
                            "host-cores",
                            "host-memory",
                            "guest-bits",
                            "host-64-bit",
                            "host-hardware-virtualization",
                            "memory-overhead-per-guest",
                            "memory-reserved-for-host",
                            "no-memory-overcommit"),
                    "What is limited."),
            Shape.optional(
                    "at-most",
                    new Shape.Quantity(List.of(Dimension.COUNT, Dimension.BYTES), 0, 9e15),
                    null,
                    "The limit, or the reserved or added memory."),
            Shape.required("source", Shape.text(), "Identifier of an entry of sources.yaml."),
            Shape.optional("text", Shape.text(), "", "What the documentation says."));

    public static LimitSpec of(Values values) {
        Measured atMost = values.has("at-most") ? values.measured("at-most") : new Measured(Dimension.COUNT, 0);
        return new LimitSpec(values.text("rule"), atMost.value(), values.text("source"), values.text("text"));
    }
}
