package dev.trapline.cli.print;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Names with what there is to know of each: in columns where a terminal has room for them, else each name with what it means, and
 * all else below it.
 */
public final class ItemLines {
    private static final String BELOW = "    ";

    private ItemLines() {}

    /** @param facts of each name, first what it means */
    public static List<String> of(String indent, List<String> names, List<List<String>> facts) {
        return rows(indent, names, facts).stream().flatMap(List::stream).toList();
    }

    /** The lines of each name. */
    static List<List<String>> rows(String indent, List<String> names, List<List<String>> facts) {
        int columns = facts.stream().mapToInt(List::size).max().orElse(0);
        TextTable whole = TextTable.of("w".repeat(columns + 1));
        TextTable meanings = TextTable.of("ww");
        for (int i = 0; i < names.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(indent + names.get(i)));
            cells.addAll(facts.get(i));
            cells.addAll(Collections.nCopies(columns + 1 - cells.size(), ""));
            whole.add(cells);
            meanings.add(cells.subList(0, Math.min(2, cells.size())));
        }
        boolean fits = whole.lines().stream().allMatch(line -> Ink.width(line) <= Paragraph.WIDTH);
        if (fits) {
            return whole.fittedRows();
        }
        List<List<String>> meant = meanings.fittedRows();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            List<String> lines = new ArrayList<>(meant.get(i));
            List<String> more = facts.get(i).stream().skip(1).filter(fact -> !fact.isEmpty()).toList();
            if (!more.isEmpty()) {
                lines.addAll(Paragraph.wrapped(indent + BELOW, indent + BELOW, String.join("; ", more)));
            }
            rows.add(lines);
        }
        return rows;
    }
}
