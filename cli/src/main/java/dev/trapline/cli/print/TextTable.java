package dev.trapline.cli.print;

import java.util.ArrayList;
import java.util.List;

/** Cells in columns: the first column and a remark after the last stand left, figures right under their heads. */
final class TextTable {
    private static final String GAP = "   ";
    private static final String REMARK_GAP = "  ";

    /** A row; {@code remark} stands behind its figures and may be empty. */
    private record Row(List<String> cells, String remark) {}

    private final List<Row> rows = new ArrayList<>();

    void add(List<String> cells, String remark) {
        rows.add(new Row(List.copyOf(cells), remark));
    }

    List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(Row row) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.cells().size(); column++) {
            String cell = row.cells().get(column);
            String padding = " ".repeat(width(column) - cell.length());
            line.append(column == 0 ? cell + padding : GAP + padding + cell);
        }
        return row.remark().isEmpty() ? line.toString().stripTrailing() : line + REMARK_GAP + row.remark();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.cells().get(column).length()).max().orElse(0);
    }
}
