package dev.trapline.scenarios.expect;

import static dev.trapline.declare.Shape.either;
import static dev.trapline.declare.Shape.fields;
import static dev.trapline.declare.Shape.listOf;
import static dev.trapline.declare.Shape.mapOf;
import static dev.trapline.declare.Shape.optional;
import static dev.trapline.declare.Shape.text;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.scenarios.published.Use;
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

    /** Platform, variant and varied key paths; of rows and columns of a table {@code metric}, {@code unit} and {@code within} too. */
    private static final Shape PLACE = mapOf(either(text(), Shape.of(Dimension.NUMBER, -9e18, 9e18), Shape.flag()));

    /** A text by row, or by row and column. */
    private static final Shape CELLS = mapOf(either(text(), mapOf(text())));

    /** One expectation. */
    public static final Shape EXPECTATION = fields(
            "expectation",
            "A figure, a bound, an order or a shape that results should have.",
            optional("metric", text(), null, "GROUP.METRIC, such as load.throughput, or a metric of the machine."),
            optional("at", PLACE, Values.empty(), "Platform, variant and varied values; what is not named holds for all."),
            optional(
                    "relative-to",
                    either(text(), PLACE),
                    null,
                    "The figure is a ratio to that at another platform, variant or varied value; or to another column of the table."),
            optional(
                    "part",
                    either(LedgerPart.SHAPE, listOf(LedgerPart.SHAPE)),
                    null,
                    "Only these entries of the ledger behind GROUP.latency.mean, GROUP.core-time or GROUP.core-time.per-request."),
            optional(
                    "share-of",
                    Shape.choice("whole", "difference"),
                    null,
                    "Of a part: its share of the whole, or of the difference to the figure that 'relative-to' names."),
            optional("value", AMOUNT, null, "The figure."),
            optional("within", text(), null, "How far off it may be: '10 %' or, for percentages, '6 points'."),
            optional("at-least", AMOUNT, null, "The least it should be."),
            optional("at-most", AMOUNT, null, "The most it should be."),
            optional("order", listOf(text()), null, "Platforms by rising figure: 'a < b'."),
            optional(
                    "is",
                    text(),
                    null,
                    "The words of a metric that is no number, such as GROUP.limited-by, or those that they begin with: cpu, or"
                            + " 'cpu: domain-0'."),
            optional(
                    "unsupported",
                    text(),
                    null,
                    "The rule by which the combination is refused, or 'none' if it is supported; needs no metric."),
            optional("shape", text(), null, "'rising over PATH', 'falling over PATH' or 'flat over PATH'."),
            optional("table", text(), null, "A table of data/published.yaml whose figures are expected."),
            optional("row", text(), null, "The one row of the table, by its first cell."),
            optional("rows", mapOf(PLACE), null, "Rows of the table, and where the figures of each come out."),
            optional(
                    "each-row", PLACE, null, "Where the figures of every row come out; * stands for the name of the row."),
            optional("column", text(), null, "The one column of the table."),
            optional("columns", mapOf(PLACE), null, "Columns of the table, and where the figures of each come out."),
            optional("unit", text(), null, "The unit of the table's figures: us, Mb/s, %, 'cycles at 2.4 GHz'; none for plain numbers."),
            optional("skip", CELLS, null, "Rows, or columns below rows, that are not rerun, each with the reason."),
            optional(
                    "use",
                    new Shape.Choice(Use.words()),
                    null,
                    "What it counts as in validation; of a table's figures what the table says, else predict."),
            optional("source", text(), null, "Identifier of an entry of sources.yaml."),
            optional("note", text(), null, "What a reader should know."),
            optional(
                    "known-miss",
                    either(text(), CELLS),
                    null,
                    "Why it is known to miss; of a table by row, and below a row by column where they differ."));

    private ExpectationShapes() {}

    /** Throws IllegalArgumentException with a sentence where keys do not fit each other. */
    public static void check(Values values) {
        if (values.has("table")) {
            TableShape.check(values);
        } else {
            requireAlone(values);
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

    private static void requireAlone(Values values) {
        if (!values.has("metric") && !values.has("unsupported")) {
            throw new IllegalArgumentException("missing key 'metric', such as load.throughput");
        }
        TableShape.refuseWithoutTable(values);
        requireLedger(values);
        boolean bounds = values.has("at-least") || values.has("at-most");
        int kinds = (values.has("value") ? 1 : 0) + (bounds ? 1 : 0) + (values.has("order") ? 1 : 0) + (values.has("shape") ? 1 : 0)
                + (values.has("unsupported") ? 1 : 0) + (values.has("is") ? 1 : 0);
        if (kinds != 1) {
            throw new IllegalArgumentException(
                    "needs exactly one of 'value' with 'within', 'at-least' and 'at-most', 'is', 'order', 'shape' or 'unsupported'");
        }
        if (values.has("value") && !values.has("within")) {
            throw new IllegalArgumentException("a 'value' needs 'within', such as '10 %' or '6 points'");
        }
    }

    private static void requireLedger(Values values) {
        if (values.has("part") && LedgerFigures.ending(values.text("metric")).isEmpty()) {
            throw new IllegalArgumentException("a 'part' is one of GROUP.latency.mean, GROUP.core-time or"
                    + " GROUP.core-time.per-request, got '" + values.text("metric") + "'");
        }
        if (values.has("share-of") && !values.has("part")) {
            throw new IllegalArgumentException("'share-of' needs the 'part' whose share is meant");
        }
        boolean ofDifference = values.text("share-of", "").equals("difference");
        if (ofDifference && !values.has("relative-to")) {
            throw new IllegalArgumentException("the share of a difference needs 'relative-to'");
        }
    }
}
