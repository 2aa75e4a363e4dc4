package dev.trapline.cli.print;

import dev.trapline.result.ResultComparison;
import dev.trapline.result.ResultComparison.Change;
import dev.trapline.result.ResultComparison.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Two results beside each other, for a terminal: what changed, the figures that differ, and last what that means. */
public final class ComparisonLines {
    private static final int CHANGES_SHOWN = 12;
    private static final int ONLY_SHOWN = 6;

    private final ResultComparison comparison;
    private final boolean all;
    private final Ink ink;
    private final List<String> lines = new ArrayList<>();

    private ComparisonLines(ResultComparison comparison, boolean all, Ink ink) {
        this.comparison = comparison;
        this.all = all;
        this.ink = ink;
    }

    /** @param all also the figures without a difference */
    public static List<String> of(ResultComparison comparison, boolean all, boolean coloured) {
        ComparisonLines written = new ComparisonLines(comparison, all, new Ink(coloured));
        written.write();
        return written.ink.finished(written.lines);
    }

    private void write() {
        lines.add(ink.strong(comparison.second()) + " against " + ink.strong(comparison.first()));
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
        return all || isDifferent(row);
    }

    private static boolean isDifferent(Row row) {
        return row.verdict().equals("better") || row.verdict().equals("worse");
    }

    private void tables() {
        Map<String, List<Row>> byPlace = new LinkedHashMap<>();
        for (Row row : comparison.rows()) {
            List<Row> there = byPlace.computeIfAbsent(place(row), absent -> new ArrayList<>());
            if (isShown(row)) {
                there.add(row);
            }
        }
        byPlace.values().removeIf(List::isEmpty);
        if (byPlace.isEmpty()) {
            return;
        }
        TextTable table = TextTable.of("wfffw");
        table.add(List.of("", "first", "second", "change", ""));
        byPlace.values().forEach(rows -> rows.forEach(row -> table.add(cells(row))));
        List<String> text = table.lines();
        lines.add("");
        lines.add(text.get(0));
        int next = 1;
        for (Map.Entry<String, List<Row>> place : byPlace.entrySet()) {
            lines.addAll(Paragraph.wrapped("", "  ", place.getKey()));
            lines.addAll(text.subList(next, next + place.getValue().size()));
            next += place.getValue().size();
        }
    }

    private static String place(Row row) {
        return row.platform() + (row.variant().isEmpty() ? "" : " (" + row.variant() + ")") + ", " + row.guest()
                + (row.at().isEmpty() ? "" : ", " + row.at());
    }

    private List<String> cells(Row row) {
        return List.of(
                "  " + row.metric() + " " + row.unit(),
                Words.value(row.first()),
                Words.value(row.second()),
                row.hasRatio() ? change(row) : "-",
                ink.verdict(row.verdict()));
    }

    /** {@code +0.6 +- 0.9 %}. */
    private static String change(Row row) {
        return String.format(Locale.ROOT, "%+.1f +- %.1f %%", 100 * (row.ratio() - 1), 50 * (row.high() - row.low()));
    }

    private String sentence() {
        long worse = count("worse");
        long better = count("better");
        long rest = comparison.rows().size() - worse - better;
        String most = worst().map(row -> " (most by " + Words.percent(row.worseBy()) + ": " + row.metric() + " of " + place(row) + ")")
                .orElse("");
        String tests = comparison.rows().stream().map(Row::pairing).distinct().reduce((a, b) -> a + " and " + b).orElse("nothing");
        return "Of " + Words.count(comparison.rows().size(), "figure") + " the second's " + worse + (worse == 1 ? " is " : " are ")
                + ink.verdict("worse") + most + ", " + better + " " + ink.verdict("better") + ", and " + rest
                + " show no difference, compared " + (tests.equals("Welch") ? "as independent (Welch)" : tests) + " at "
                + Words.percent(comparison.confidence()) + " for all of a metric together (Holm).";
    }

    private long count(String verdict) {
        return comparison.rows().stream().filter(row -> row.verdict().equals(verdict)).count();
    }

    private Optional<Row> worst() {
        return comparison.rows().stream()
                .filter(row -> row.verdict().equals("worse") && row.hasRatio())
                .max(Comparator.comparingDouble(Row::worseBy));
    }
}
