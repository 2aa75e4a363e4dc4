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
 * @param when the guests and machines it is for
 * @param atMost the limit in the unit of its rule, or 0 for rules that need none
 * @param only the names that it admits
 * @param source an identifier of the list of sources
 * @param text what the documentation says
 */
public record LimitSpec(LimitRule rule, Condition when, double atMost, List<String> only, String source, String text) {

    public static final Shape SHAPE = Shape.fields(
            "limit",
            "A documented limit or support rule.",
            Shape.required("rule", Shape.choice(LimitRule.words()), "What is limited."),
            Shape.optional("when", Condition.SHAPE, null, "The guests and machines that it is for; absent: all."),
            Shape.optional(
                    "at-most",
                    new Shape.Quantity(List.of(Dimension.COUNT, Dimension.BYTES), 0, 9e15),
                    null,
                    "The limit, or the needed, reserved or added memory."),
            Shape.optional(
                    "only",
                    Shape.listOf(Shape.text()),
                    List.of(),
                    "What is supported: families or names of operating systems, or architectures."),
            Shape.required("source", Shape.text(), "Identifier of an entry of sources.yaml."),
            Shape.optional("text", Shape.text(), "", "What the documentation says."));

    public static LimitSpec of(Values values) {
        Measured atMost = values.has("at-most") ? values.measured("at-most") : new Measured(Dimension.COUNT, 0);
        return new LimitSpec(
                LimitRule.of(values.text("rule")),
                Condition.of(values.optional("when").orElse(Values.empty())),
                atMost.value(),
                values.list("only", String.class),
                values.text("source"),
                values.text("text"));
    }
}
