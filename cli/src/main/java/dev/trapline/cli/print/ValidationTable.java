package dev.trapline.cli.print;

import dev.trapline.cli.validation.Orders;
import dev.trapline.cli.validation.Rerun;
import dev.trapline.cli.validation.Row;
import dev.trapline.result.Results;
import dev.trapline.scenarios.expect.Judgement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every figure of a published experiment: what was measured, what is simulated, and how far off that is. Rows of one
 * column of a published table stand together.
 */
public final class ValidationTable {
    private static final String INDENT = "  ";

    /** What rows stand under one heading. */
    private record Heading(String table, String column, String metric, String platform, String variant, Map<String, String> at) {
        static Heading of(Row row) {
            return new Heading(
                    row.table(), row.column(), row.metric(), row.platform(), row.variant(),
                    row.table().isEmpty() ? row.at() : Map.of());
        }

        /** {@code xen-2003/processes, xen: lmbench.latency.mean of xen-2003}. */
        String inWords(Map<String, String> common) {
            String who = (platform.isEmpty() ? "all platforms" : platform) + (variant.isEmpty() ? "" : " (" + variant + ")");
            String where = who + (common.isEmpty() ? "" : " at " + axes(common));
            return table.isEmpty() ? where : table + ", " + column + ": " + metric + " of " + where;
        }
    }

    private final Ink ink;
    private final Map<Heading, List<Row>> groups = new LinkedHashMap<>();
    private final TextTable table = TextTable.of("wwwfww");

    private final Orders orders;

    private ValidationTable(List<Row> rows, Ink ink) {
        this.ink = ink;
        this.orders = Orders.of(rows);
        rows.forEach(row -> groups.computeIfAbsent(Heading.of(row), heading -> new ArrayList<>()).add(row));
    }

    /** With the events that it took, and the time if it is known. */
    public static List<String> lines(Rerun rerun, double wallSeconds, boolean coloured) {
        Ink ink = new Ink(coloured);
        String took = Words.events(rerun.events()) + (wallSeconds > 0 ? ", " + Words.seconds(wallSeconds) : "");
        List<String> lines = new ArrayList<>();
        lines.addAll(HeadLine.of(rerun.name(), rerun.size(), took, ink));
        lines.addAll(Paragraph.wrapped(rerun.question()));
        lines.add("");
        lines.addAll(new ValidationTable(rerun.rows(), ink).text());
        return ink.finished(lines);
    }

    /** One experiment of a validation. */
    public static Rerun rerun(Results results, List<Judgement> judgements) {
        return Rerun.of(results, judgements, HeadLine.size(results), ValidationTable::simulated);
    }

    private static String simulated(Results.Metric row) {
        return (Words.interval(row.mean(), (row.high() - row.low()) / 2) + " " + row.unit()).strip();
    }

    private List<String> text() {
        table.add(List.of(INDENT + "kind", "", "measured", "simulated", "error", ""));
        groups.values().forEach(rows -> rows.forEach(row -> table.add(cells(row, rows))));
        List<List<String>> written = table.fittedRows();
        List<String> lines = new ArrayList<>(written.get(0));
        int next = 1;
        for (Map.Entry<Heading, List<Row>> group : groups.entrySet()) {
            lines.addAll(Paragraph.wrapped("", "  ", group.getKey().inWords(common(group.getValue()))));
            for (Row row : group.getValue()) {
                lines.addAll(written.get(next++));
                lines.addAll(remarks(row));
            }
        }
        return lines;
    }

    /** The varied values that all rows of a group have. */
    private static Map<String, String> common(List<Row> rows) {
        Map<String, String> common = new LinkedHashMap<>(rows.get(0).at());
        rows.forEach(row -> common.entrySet().retainAll(row.at().entrySet()));
        return common;
    }

    private List<String> cells(Row row, List<Row> group) {
        List<String> cells = new ArrayList<>(List.of(INDENT + row.use().word(), label(row, group), row.wanted()));
        cells.add(row.simulated());
        cells.add(row.error());
        cells.add(ink.verdict(word(row)));
        return cells;
    }

    /** Its row of the table, and where that has several figures, which; else its metric. */
    private static String label(Row row, List<Row> group) {
        if (row.table().isEmpty()) {
            return row.metric();
        }
        boolean alone = group.stream().filter(other -> other.row().equals(row.row())).count() == 1;
        Map<String, String> own = new LinkedHashMap<>(row.at());
        own.keySet().removeAll(common(group).keySet());
        return alone || own.isEmpty() ? row.row() : row.row() + ", " + axes(own);
    }

    private static String axes(Map<String, String> at) {
        return at.entrySet().stream().map(axis -> axis.getKey() + " " + axis.getValue()).collect(Collectors.joining(", "));
    }

    /** {@code met} and {@code missed}, of claims {@code right} and {@code wrong}. */
    private static String word(Row row) {
        boolean claim = row.use().isClaim();
        return row.met() ? claim ? "right" : "met" : claim ? "wrong" : "missed";
    }

    private List<String> remarks(Row row) {
        List<String> remarks = new ArrayList<>();
        row.ratio().ifPresent(ratio -> remarks.add("to native " + Words.value(ratio.measured()) + ", simulated "
                + Words.value(ratio.simulated()) + ": " + off(ratio)));
        if (row.simulated().isEmpty()) {
            remarks.add("found " + row.found());
        }
        if (!row.note().isEmpty()) {
            remarks.add(row.note());
        }
        if (!row.knownMiss().isEmpty()) {
            remarks.add((row.met() && !orders.isWrong(row) ? "met, though listed as a known miss: " : "known: ") + row.knownMiss());
        }
        String indent = INDENT.repeat(3);
        return remarks.stream().flatMap(remark -> Paragraph.wrapped(indent, indent, remark).stream()).toList();
    }

    private static String off(Row.Ratio ratio) {
        return Words.percent(Math.abs(ratio.simulated() / ratio.measured() - 1)) + " off";
    }
}
