package dev.trapline.scenarios.vary;

import static dev.trapline.declare.Shape.choice;
import static dev.trapline.declare.Shape.count;
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

/** What may stand below {@code vary}. */
public final class VaryShapes {
    public static final String ZIPPED = "zipped";
    public static final String LATIN_HYPERCUBE = "latin-hypercube";

    static final String FROM = "from";
    static final String TO = "to";
    static final String STEP = "step";
    static final String FACTOR = "factor";
    static final String POINTS = "points";
    static final String SCALE = "scale";
    static final String LOG = "log";
    static final String SEED = "seed";
    static final String OVER = "over";

    /** A value of any form that a key path can be set to. */
    private static final Shape SETTING = either(text(), Shape.of(Dimension.NUMBER, -9e18, 9e18), Shape.flag());

    /** A number with or without a unit; which one is due, the path says. */
    private static final Shape QUANTITY = either(text(), Shape.of(Dimension.NUMBER, -9e18, 9e18));

    private static final Shape.Key LOW = required(FROM, QUANTITY, "The first value.");

    private static final Shape RANGE = fields(
            "range",
            "Values from one to another: by a step, by a factor, or so many.",
            LOW,
            required(TO, QUANTITY, "The last value, if the steps meet it; none is above it."),
            optional(STEP, QUANTITY, null, "Each value is so much more than the one before."),
            optional(FACTOR, Shape.of(Dimension.NUMBER, 1.000001, 1e9), null, "Each value is so many times the one before."),
            optional(POINTS, count(2, Grid.MOST_POINTS), null, "So many values, both ends among them."),
            optional(SCALE, choice("linear", LOG), null, "Whether the points are equally far apart, or equal factors."));

    private static final Shape SPAN = fields(
            "span",
            "Everything between two values.",
            LOW,
            required(TO, QUANTITY, "The last value."),
            optional(SCALE, choice("linear", LOG), "linear", "Whether equal distances or equal factors are equally likely."));

    private static final Shape AXIS = either(listOf(SETTING), RANGE);

    private static final Shape HYPERCUBE = fields(
            LATIN_HYPERCUBE,
            "Points that are spread over all spans at once: each takes a value from each of as many equal parts of a span.",
            required(POINTS, count(1, Grid.MOST_POINTS), "How many."),
            optional(SEED, count(0, Long.MAX_VALUE), 1L, "Another seed spreads them otherwise; that of the run has no part in it."),
            required(OVER, mapOf(either(listOf(SETTING), SPAN)), "Spans, or lists of values, by key path."));

    /** Axes by key path: all combinations, the last fastest. */
    public static final Shape VARY = mapOf(
            AXIS,
            optional(
                    ZIPPED,
                    either(mapOf(AXIS), listOf(mapOf(AXIS))),
                    null,
                    "Axes that go in step: the first values of all, the second of all; several such groups as a list."),
            optional(LATIN_HYPERCUBE, HYPERCUBE, null, "A sample of points in place of a grid."));

    private VaryShapes() {}

    /** What a range's values must hold together; an IllegalArgumentException says what is wrong. */
    public static void checkRange(Values range) {
        List<String> ways = List.of(STEP, FACTOR, POINTS).stream().filter(range::has).toList();
        if (ways.size() != 1) {
            throw new IllegalArgumentException("a range needs exactly one of step, factor or points, got "
                    + (ways.isEmpty() ? "none" : String.join(" and ", ways)));
        }
        if (range.has(SCALE) && !range.has(POINTS)) {
            throw new IllegalArgumentException("'scale' says how 'points' are spread, and there is '" + ways.get(0) + "' in its place");
        }
    }
}
