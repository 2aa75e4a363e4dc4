package dev.trapline.scenarios.expect;

import static dev.trapline.declare.Shape.choice;
import static dev.trapline.declare.Shape.either;
import static dev.trapline.declare.Shape.fields;
import static dev.trapline.declare.Shape.listOf;
import static dev.trapline.declare.Shape.mapOf;
import static dev.trapline.declare.Shape.optional;
import static dev.trapline.declare.Shape.required;
import static dev.trapline.declare.Shape.text;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/** What may stand under {@code expect:}. */
public final class ExpectationShapes {
    private static final Shape AMOUNT = new Shape.Quantity(
            List.of(
                    Dimension.TIME,
                    Dimension.BYTES,
                    Dimension.FREQUENCY,
                    Dimension.BANDWIDTH,
                    Dimension.RATE,
                    Dimension.RATIO,
                    Dimension.CYCLES,
                    Dimension.NUMBER),
            -9e18,
            9e18);

    /** One expectation. */
    public static final Shape EXPECTATION = fields(
            "expectation",
            "A figure, a bound, an order or a shape that results should have.",
            required("metric", text(), "GROUP.METRIC, such as load.throughput, or a metric of the machine."),
            optional(
                    "at",
                    mapOf(either(text(), Shape.of(Dimension.NUMBER, -9e18, 9e18), Shape.flag())),
                    Values.empty(),
                    "Platform, variant and varied values; what is not named holds for all."),
            optional("value", AMOUNT, null, "The figure."),
            optional("within", text(), null, "How far off it may be: '10 %' or, for percentages, '6 points'."),
            optional("at-least", AMOUNT, null, "The least it should be."),
            optional("at-most", AMOUNT, null, "The most it should be."),
            optional("order", listOf(text()), null, "Platforms by rising figure: 'a < b'."),
            optional("shape", text(), null, "'rising over PATH', 'falling over PATH' or 'flat over PATH'."),
            optional(
                    "use",
                    choice("input", "calibrate", "identify", "predict", "order", "rule", "consistency"),
                    "predict",
                    "What it counts as in validation."),
            optional("source", text(), null, "Identifier of an entry of sources.yaml."),
            optional("note", text(), null, "What a reader should know."),
            optional("known-miss", text(), null, "Why it is known to miss; validation lists it with this reason."));

    private ExpectationShapes() {}

    /** Throws IllegalArgumentException with a sentence where keys do not fit each other. */
    public static void check(Values values) {
        boolean bounds = values.has("at-least") || values.has("at-most");
        int kinds = (values.has("value") ? 1 : 0) + (bounds ? 1 : 0) + (values.has("order") ? 1 : 0) + (values.has("shape") ? 1 : 0);
        if (kinds != 1) {
            throw new IllegalArgumentException(
                    "needs exactly one of 'value' with 'within', 'at-least' and 'at-most', 'order' or 'shape'");
        }
        if (values.has("value") && !values.has("within")) {
            throw new IllegalArgumentException("a 'value' needs 'within', such as '10 %' or '6 points'");
        }
        if (values.has("within")) {
            Tolerance.of(values.text("within"));
        }
        if (values.has("order")) {
            values.list("order", String.class).forEach(OrderExpected::chain);
        }
        if (values.has("shape")) {
            ShapeExpected.Form.of(values.text("shape"));
        }
    }
}
