package dev.trapline.cli.print;

import dev.trapline.result.ResultComparison;
import dev.trapline.result.ResultComparison.Change;
import dev.trapline.result.ResultComparison.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two results beside each other, for a terminal: what changed, the figures that differ, and last what that means. */
public final class ComparisonLines {
    private static final int CHANGES_SHOWN = 12;
    private static final int ONLY_SHOWN = 6;
    private static final int HALF_BAR = 6;

    private final ResultComparison comparison;
    private final String first;
    private final String second;
    private final boolean all;
    private final Ink ink;
    private final List<String> lines = new ArrayList<>();

    private ComparisonLines(ResultComparison comparison, String first, String second, boolean all, Ink ink) {
        this.comparison = comparison;
        this.first = first;
        this.second = second;
        this.all = all;
        this.ink = ink;
    }

    /**
     * The lines.
     *
     * @param first how the user named the reference
     * @param all also the figures without a difference
     */
    public static List<String> of(
            ResultComparison comparison, String first, String second, boolean all, boolean coloured) {
        ComparisonLines written = new ComparisonLines(comparison, first, second, all, new Ink(coloured));
        written.write();
        return written.ink.finished(written.lines);
    }

    private void write() {
        lines.addAll(Paragraph.wrapped("", "  ", ink.strong(second) + " against " + ink.strong(first)));
        changes();
        only("Only in the first: ", comparison.onlyFirst());
        only("Only in the second: ", comparison.onlySecond());
        tables();
        lines.add("");
        lines.addAll(Paragraph.wrapped("", "  ", sentence()));
    }

    private void changes() {
        lines.add("");
        if (comparison.changes().isEmpty()) {
            lines.add("Nothing that was asked for has changed.");
            return;
        }
        for (Change change : comparison.changes().subList(0, Math.min(CHANGES_SHOWN, comparison.changes().size()))) {
            String values = brief(change.first()) + " -> " + brief(change.second());
            lines.addAll(Paragraph.wrapped("", "  ", change.what() + ": " + values));
        }
        if (comparison.changes().size() > CHANGES_SHOWN) {
            lines.add("and " + (comparison.changes().size() - CHANGES_SHOWN) + " more changes, which --json lists");
        }
    }

    private static String brief(String value) {
        return value.isEmpty() ? "(none)" : value.matches("[0-9a-f]{40,}") ? value.substring(0, 12) : value;
    }

    private void only(String head, List<String> what) {
        if (!what.isEmpty()) {
            String more = what.size() > ONLY_SHOWN ? "; and " + (what.size() - ONLY_SHOWN) + " more" : "";
            String shown = String.join("; ", what.subList(0, Math.min(ONLY_SHOWN, what.size())));
            lines.addAll(Paragraph.wrapped(head, "  ", shown + more));
        }
    }

    private boolean isShown(Row row) {
        return all || row.showsDifference();
    }

    private void tables() {
        Map<String, List<Row>> byPlace = new LinkedHashMap<>();
        for (Row row : comparison.rows()) {
            List<Row> there = byPlace.computeIfAbsent(row.place(), absent -> new ArrayList<>());
            if (isShown(row)) {
                there.add(row);
            }
        }
        byPlace.values().removeIf(List::isEmpty);
        if (byPlace.isEmpty()) {
            return;
        }
        List<Row> shown = byPlace.values().stream().flatMap(List::stream).toList();
        TextTable drawn = table(shown, true);
        boolean fits = drawn.lines().stream().allMatch(line -> Ink.width(line) <= Paragraph.WIDTH);
        List<List<String>> text = (fits ? drawn : table(shown, false)).fittedRows();
        lines.add("");
        lines.addAll(text.get(0));
        int next = 1;
        for (Map.Entry<String, List<Row>> place : byPlace.entrySet()) {
            lines.addAll(Paragraph.wrapped("", "  ", place.getKey()));
            text.subList(next, next + place.getValue().size()).forEach(lines::addAll);
            next += place.getValue().size();
        }
    }

    private TextTable table(List<Row> shown, boolean drawn) {
        double most = shown.stream().mapToDouble(ComparisonLines::growth).map(Math::abs).max().orElse(0);
        TextTable table = TextTable.of(drawn ? "wfffww" : "wfffw");
        table.add(drawn ? List.of("", "first", "second", "change", "", "") : List.of("", "first", "second", "change", ""));
        for (Row row : shown) {
            List<String> cells = new ArrayList<>(List.of(
                    ("  " + row.metric() + " " + row.unit()).stripTrailing(),
                    row.isState() ? Row.state(row.first()) : Words.value(row.first()),
                    row.isState() ? Row.state(row.second()) : Words.value(row.second()),
                    row.hasRatio() ? change(row) : "-"));
            if (drawn) {
                cells.add(bar(growth(row), most));
            }
            cells.add(ink.verdict(row.verdict()));
            table.add(cells);
        }
        return table;
    }

    /** Halving and doubling are as far from no change. */
    private static double growth(Row row) {
        return row.hasRatio() && row.ratio() > 0 ? Math.log(row.ratio()) : 0;
    }

    /** A bar to the left for what is less, to the right for what is more. */
    private static String bar(double growth, double most) {
        int length = most == 0 ? 0 : (int) Math.round(Math.abs(growth) / most * HALF_BAR);
        String left = growth < 0 ? "#".repeat(length) : "";
        String right = growth > 0 ? "#".repeat(length) : "";
        return " ".repeat(HALF_BAR - left.length()) + left + "|" + right + " ".repeat(HALF_BAR - right.length());
    }

    /** {@code +0.6 +- 0.9 %}. */
    private static String change(Row row) {
        return String.format(Locale.ROOT, "%+.1f +- %.1f %%", 100 * (row.ratio() - 1), 50 * (row.high() - row.low()));
    }

    private String sentence() {
        long worse = comparison.count("worse");
        long better = comparison.count("better");
        long rest = comparison.rows().size() - worse - better;
        String most = comparison.worst()
                .map(row -> " (most by " + Words.percent(row.worseBy()) + ": " + row.metric() + " of " + row.place() + ")")
                .orElse("");
        List<String> saturated = comparison.newlySaturated();
        String lost = saturated.isEmpty()
                ? ""
                : " The second no longer carries the load of " + saturated.get(0)
                        + (saturated.size() > 1 ? ", and of " + (saturated.size() - 1) + " more" : "") + ".";
        return "Of " + Words.count(comparison.rows().size(), "figure") + " the second's " + worse + (worse == 1 ? " is " : " are ")
                + ink.verdict("worse") + most + ", " + better + " " + ink.verdict("better") + ", and " + rest
                + (rest == 1 ? " shows" : " show") + " no difference, compared " + comparison.pairings() + " at "
                + Words.percent(comparison.confidence()) + " for all of a metric together (Holm)." + lost;
    }
}
