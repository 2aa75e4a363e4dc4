package dev.trapline.reports.page;

import dev.trapline.reports.digest.Figures;
import dev.trapline.result.ResultComparison;
import dev.trapline.result.ResultComparison.Change;
import dev.trapline.result.ResultComparison.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the template {@code compare.jte} shows.
 *
 * @param first how the reader calls the reference
 * @param answer what the comparison says, in a sentence
 * @param method how it was found out
 */
public record ResultComparisonPage(
        String first,
        String second,
        String answer,
        List<IndexPage.Word> words,
        String method,
        List<Change> changes,
        ChangeChart largest,
        List<Part> parts,
        List<String> onlyFirst,
        List<String> onlySecond,
        Page.Assets assets) {
    /** A metric with more figures draws only those that differ. */
    private static final int MOST_DRAWN = 60;

    private static final int LARGEST = 5;
    private static final int HASH_DIGITS = 12;

    /**
     * One metric.
     *
     * @param words how many figures have which verdict
     * @param undrawn how many figures are in the table only
     */
    public record Part(
            String id, String name, String better, List<IndexPage.Word> words, int undrawn, ChangeChart chart, List<Line> lines) {}

    /** One figure in the table; {@code order} is the ratio as a number. */
    public record Line(
            String at, String platform, String guest, String first, String second, String change, double order, String word,
            String tone) {}

    public static String html(ResultComparison comparison, String first, String second) {
        Map<String, List<Row>> byMetric = new LinkedHashMap<>();
        comparison.rows().forEach(it -> byMetric.computeIfAbsent(it.metric(), absent -> new ArrayList<>()).add(it));
        List<Part> parts = byMetric.entrySet().stream().map(it -> part(it.getKey(), it.getValue())).toList();
        String method = "Figures were compared " + comparison.pairings() + " at "
                + Figures.percent(comparison.confidence()) + " for all of a metric together (Holm's method).";
        return Templates.render(
                "compare.jte",
                new ResultComparisonPage(
                        first, second, answer(comparison), words(comparison.rows()), method,
                        comparison.changes().stream().map(ResultComparisonPage::brief).toList(),
                        ChangeChart.ofLargest(comparison.rows(), LARGEST), parts,
                        comparison.onlyFirst(), comparison.onlySecond(), PageAssets.ofTables()));
    }

    private static String answer(ResultComparison comparison) {
        long worse = comparison.count("worse");
        long better = comparison.count("better");
        int all = comparison.rows().size();
        if (worse == 0 && better == 0) {
            return "No difference is shown in any of " + all + " figures.";
        }
        String most = comparison.worst()
                .map(it -> ", most by " + Figures.percent(it.worseBy()) + ": " + Tone.words(it.metric()) + " of " + it.place())
                .orElse("");
        if (worse == 0) {
            return "B is better in " + better + " of " + all + " figures and worse in none.";
        }
        List<String> saturated = comparison.newlySaturated();
        String lost = saturated.isEmpty()
                ? ""
                : " B no longer carries the load of " + saturated.get(0)
                        + (saturated.size() > 1 ? ", and of " + (saturated.size() - 1) + " more." : ".");
        return "B is worse in " + worse + " of " + all + " figures" + most
                + (better == 0 ? "; none is better." : "; " + better + (better == 1 ? " is better." : " are better."))
                + lost;
    }

    private static List<IndexPage.Word> words(List<Row> rows) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        List.of("worse", "better").forEach(word -> counts.put(word, 0));
        rows.forEach(it -> counts.merge(it.verdict(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(it -> new IndexPage.Word(it.getKey(), it.getValue() == 0 ? "same" : Tone.of(it.getKey()), it.getValue()))
                .toList();
    }

    private static Change brief(Change change) {
        return new Change(change.what(), brief(change.first()), brief(change.second()));
    }

    /** The beginning of a hash; anything else as it is. */
    private static String brief(String value) {
        return value.matches("[0-9a-f]{40,}") ? value.substring(0, HASH_DIGITS) : value;
    }

    private static Part part(String metric, List<Row> rows) {
        List<Row> drawable = rows.stream().filter(Row::hasRatio).toList();
        List<Row> drawn = drawable.size() <= MOST_DRAWN
                ? drawable
                : drawable.stream().filter(Row::showsDifference).limit(MOST_DRAWN).toList();
        return new Part(
                "metric-" + metric.replace('.', '-'),
                Tone.words(metric),
                better(metric),
                words(rows),
                rows.size() - drawn.size(),
                ChangeChart.of(drawn),
                rows.stream().map(ResultComparisonPage::line).toList());
    }

    private static String better(String metric) {
        return metric.equals(Row.STEADY_STATE)
                ? "which loads are carried and which saturate, so that there is no latency"
                : Tone.higherIsBetter(metric) ? "more is better" : "less is better";
    }

    private static Line line(Row row) {
        return new Line(
                row.at(),
                row.platform() + (row.variant().isEmpty() ? "" : " (" + row.variant() + ")"),
                row.guest(),
                row.isState() ? Row.state(row.first()) : value(row.first(), row.firstHalfWidth(), row.unit()),
                row.isState() ? Row.state(row.second()) : value(row.second(), row.secondHalfWidth(), row.unit()),
                row.hasRatio() ? change(row) : Figures.NONE,
                row.ratio(),
                row.verdict(),
                Tone.of(row.verdict()));
    }

    private static String value(double mean, double half, String unit) {
        return (Figures.interval(mean, mean - half, mean + half) + " " + unit).strip();
    }

    /** {@code -2.70 (-3.10 to -2.30)} in percent. */
    static String change(Row row) {
        return ChangeChart.percent(row.ratio()) + " (" + ChangeChart.percent(row.low()) + " to "
                + ChangeChart.percent(row.high()) + ") %";
    }
}
