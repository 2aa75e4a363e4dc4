package dev.trapline.spec;

import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import java.util.List;

/**
 * What a time that a scheduler is told may be, where the product's own value is not published.
 *
 * @param source an identifier of the list of sources
 */
public record TimeRange(long lowPicos, long highPicos, String source, String note) {
    public static final Shape.Fields SHAPE = Shape.fields(
            "scheduler-range",
            "What a time of the scheduler may be.",
            Shape.required("range", Shape.listOf(Shape.time(0, 9e18)), "The least and the most it may be."),
            Shape.required("source", Shape.text(), "Identifier of an entry of sources.yaml."),
            Shape.optional("note", Shape.text(), "", "How the range was chosen."));

    public TimeRange {
        if (lowPicos > highPicos) {
            throw new IllegalArgumentException("a range begins at " + lowPicos + " ps and ends at " + highPicos + " ps");
        }
    }

    public static TimeRange of(Values values) {
        List<Long> range = values.list("range", Long.class);
        if (range.size() != 2) {
            throw new IllegalArgumentException("the range of a time needs two values, got " + range.size());
        }
        return new TimeRange(range.get(0), range.get(1), values.text("source"), values.text("note"));
    }

    /** The time at a quantile of what it may be: 0 the low end, 0.5 the value itself, 1 the high end. */
    public long at(double quantile, long value) {
        return Spread.at(quantile, lowPicos, value, highPicos);
    }
}
