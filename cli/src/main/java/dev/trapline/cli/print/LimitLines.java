package dev.trapline.cli.print;

import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What an objective's search found: a table of the limits, a sentence for each, and what the search took. */
final class LimitLines {
    private static final String NONE = "-";

    private LimitLines() {}

    /** None if the scenario has no objective. */
    static List<String> of(List<Results.Limit> limits, List<Results.DrawRange> ranges) {
        if (limits.isEmpty()) {
            return List.of();
        }
        List<Results.DrawRange> drawn =
                ranges.stream().filter(range -> range.metric().equals("limit")).toList();
        TextTable table = TextTable.of(drawn.isEmpty() ? "wffww" : "wfffww");
        List<String> head = new ArrayList<>(List.of("largest " + limits.get(0).path(), "limit", "interval"));
        head.addAll(drawn.isEmpty() ? List.of() : List.of("over draws"));
        head.addAll(List.of("broken first", "saturated"));
        table.add(head);
        rows(limits).values().forEach(variants -> table.add(row(variants, drawn)));
        List<String> lines = new ArrayList<>(table.fitted());
        lines.add("");
        limits.forEach(limit -> lines.addAll(Paragraph.wrapped("", "  ", limit.sentence())));
        lines.addAll(Paragraph.wrapped("", "  ", effort(limits)));
        return lines;
    }

    /** The variants of a platform in one setting share a row. */
    private static Map<String, List<Results.Limit>> rows(List<Results.Limit> limits) {
        Map<String, List<Results.Limit>> rows = new LinkedHashMap<>();
        limits.forEach(limit -> rows.computeIfAbsent(
                        name(limit), name -> new ArrayList<>())
                .add(limit));
        return rows;
    }

    private static List<String> row(List<Results.Limit> variants, List<Results.DrawRange> drawn) {
        Results.Limit first = variants.get(0);
        boolean refused = variants.stream().allMatch(limit -> limit.outcome().equals("refused"));
        List<String> row = new ArrayList<>(List.of(name(first)));
        row.add(refused ? NONE : range(variants, Results.Limit::value, Results.Limit::value));
        row.add(refused ? NONE : range(variants, Results.Limit::low, Results.Limit::high));
        row.addAll(drawn.isEmpty() ? List.of() : List.of(drawn(variants, drawn)));
        row.add(refused ? first.broke() : distinct(variants, limit -> broke(limit)));
        row.add(refused ? "" : distinct(variants, limit -> limit.limitedBy().replaceAll(";.*", "")));
        return row;
    }

    /** From the least of any variant to the greatest. */
    private static String drawn(List<Results.Limit> variants, List<Results.DrawRange> drawn) {
        List<Results.DrawRange> own = drawn.stream()
                .filter(range -> variants.stream().anyMatch(limit -> limit.platform().equals(range.platform())
                        && limit.variant().equals(range.variant())
                        && limit.visits().stream().anyMatch(visit -> visit.point() == range.point())))
                .toList();
        return own.isEmpty()
                ? NONE
                : Words.range(
                        Words.value(own.stream().mapToDouble(Results.DrawRange::low).min().orElseThrow()),
                        Words.value(own.stream().mapToDouble(Results.DrawRange::high).max().orElseThrow()));
    }

    private static String broke(Results.Limit limit) {
        return limit.broke().isEmpty() ? "nothing" : limit.broke().replaceAll(" at (most|least) .*", "");
    }

    private static String name(Results.Limit limit) {
        return limit.platform() + (limit.setting().isEmpty() ? "" : ", " + limit.setting());
    }

    private static String range(
            List<Results.Limit> variants, ToLongFunction<Results.Limit> low, ToLongFunction<Results.Limit> high) {
        return Words.range(
                Long.toString(variants.stream().mapToLong(low).min().orElseThrow()),
                Long.toString(variants.stream().mapToLong(high).max().orElseThrow()));
    }

    private static String distinct(List<Results.Limit> variants, Function<Results.Limit, String> words) {
        return variants.stream().map(words).filter(word -> !word.isEmpty()).distinct().collect(Collectors.joining(" or "));
    }

    private static String effort(List<Results.Limit> limits) {
        double searched = limits.stream().mapToDouble(Results.Limit::simulatedSeconds).sum();
        double grid = limits.stream().mapToDouble(Results.Limit::gridSeconds).sum();
        String part =
                grid > 0 ? ", " + Words.percent(searched / grid) + " of the " + Words.value(grid) + " s of the whole grid" : "";
        return "The search took " + Words.value(searched) + " s of simulated time" + part + ".";
    }
}
