package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import dev.trapline.scenarios.published.PublishedCell;
import dev.trapline.scenarios.published.Use;
import dev.trapline.scenarios.text.Amount;
import dev.trapline.scenarios.text.Quantities;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One expectation held against results, in parts, for a table of measured against simulated.
 *
 * @param use what it counts as in validation
 * @param knownMiss why it is known to miss, or empty
 * @param at what {@code platform}, {@code variant} and varied key paths must be, as written
 * @param relativeTo where the figure is that it is a ratio to; empty where it is none
 * @param wanted the figure, bound, order or shape, in words
 * @param value the expected figure, of those that name one
 * @param cell the published figure that it stands for, if it does
 * @param figures those that a figure or a bound was held against; of orders and shapes none
 */
public record Judgement(
        Use use,
        String source,
        String note,
        String knownMiss,
        String metric,
        Map<String, String> at,
        Map<String, String> relativeTo,
        String wanted,
        Optional<Amount> value,
        Optional<PublishedCell> cell,
        List<Figure> figures,
        Results.Expectation outcome) {

    /** A figure and how far it is off, in words; empty where a bound is kept. */
    public record Figure(Results.Metric row, boolean met, String deviation) {}

    /** The expected figure in the unit of a metric. */
    public Optional<Double> valueIn(String unit) {
        return value.flatMap(amount -> Quantities.in(unit, amount));
    }
}
