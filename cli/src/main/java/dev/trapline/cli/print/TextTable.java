package dev.trapline.cli.print;

import java.util.ArrayList;
import java.util.List;

/** Cells in columns, each as wide as its widest cell: words stand left, figures right. */
public final class TextTable {
    private static final String FIGURE_GAP = "   ";
    private static final String WORD_GAP = "  ";

    private final List<Boolean> figures;
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<Boolean> figures) {
        this.figures = figures;
    }

    /** A letter for each column: {@code w} for words, {@code f} for figures. */
    public static TextTable of(String columns) {
        return new TextTable(columns.chars().mapToObj(column -> column == 'f').toList());
    }

    public void add(List<String> cells) {
        rows.add(List.copyOf(cells));
    }

    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(Math.max(0, width(column) - Ink.width(cell)));
            line.append(column == 0 ? "" : figures.get(column) ? FIGURE_GAP : WORD_GAP);
            line.append(figures.get(column) ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> Ink.width(row.get(column))).max().orElse(0);
    }
}
