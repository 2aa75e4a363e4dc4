package dev.trapline.cli.print;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells in columns, each as wide as its widest cell: words stand left, figures right. Where that is wider than a terminal, words are
 * broken into several lines of their column.
 */
public final class TextTable {
    private static final String FIGURE_GAP = "   ";
    private static final String WORD_GAP = "  ";

    /** Where even the longest words leave no room they are broken, down to this. */
    private static final int NARROWEST = 8;

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

    /** A line for each row, however long. */
    public List<String> lines() {
        int[] widths = widths();
        return rows.stream().map(cells -> line(cells, widths)).toList();
    }

    /** The lines of all rows, none longer than a terminal if its figures leave room. */
    public List<String> fitted() {
        return fittedRows().stream().flatMap(List::stream).toList();
    }

    /** The lines of each row. */
    List<List<String>> fittedRows() {
        int[] widths = widths();
        narrow(widths);
        return rows.stream().map(cells -> broken(cells, widths)).toList();
    }

    /** Takes from the widest column again and again: of words, then of what stands over figures, and at last of long words. */
    private void narrow(int[] widths) {
        for (int stage = 0; stage < 3; stage++) {
            int[] least = new int[widths.length];
            for (int column = 0; column < widths.length; column++) {
                least[column] = figures.get(column)
                        ? stage == 0 ? widths[column] : widestFigure(column)
                        : stage < 2 ? longestWord(column) : Math.min(longestWord(column), NARROWEST);
            }
            int widest = widest(widths, least);
            while (width(widths) > Paragraph.WIDTH && widest >= 0) {
                widths[widest]--;
                widest = widest(widths, least);
            }
        }
    }

    /** The widest column that may become narrower; -1: none. */
    private static int widest(int[] widths, int[] least) {
        int widest = -1;
        for (int column = 0; column < widths.length; column++) {
            if (widths[column] > least[column] && (widest < 0 || widths[column] >= widths[widest])) {
                widest = column;
            }
        }
        return widest;
    }

    private int width(int[] widths) {
        int width = 0;
        for (int column = 0; column < widths.length; column++) {
            width += widths[column] + (column == 0 ? 0 : gap(column).length());
        }
        return width;
    }

    /** Figures are not broken, what stands over them may be. */
    private int widestFigure(int column) {
        int widest = longestWord(rows.get(0).get(column));
        for (List<String> row : rows.subList(1, rows.size())) {
            widest = Math.max(widest, Ink.width(row.get(column)));
        }
        return widest;
    }

    int longestWord(int column) {
        return rows.stream().mapToInt(row -> longestWord(row.get(column))).max().orElse(0);
    }

    private static int longestWord(String cell) {
        int indent = cell.length() - cell.stripLeading().length();
        int longest = 0;
        for (String word : cell.strip().split(" +|(?<=/)")) {
            longest = Math.max(longest, indent + Ink.width(word));
        }
        return longest;
    }

    private List<String> broken(List<String> cells, int[] widths) {
        List<List<String>> columns = new ArrayList<>();
        int height = 1;
        for (int column = 0; column < cells.size(); column++) {
            columns.add(Paragraph.broken(cells.get(column), widths[column]));
            height = Math.max(height, columns.get(column).size());
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < height; i++) {
            List<String> parts = new ArrayList<>();
            for (List<String> column : columns) {
                parts.add(i < column.size() ? column.get(i) : "");
            }
            lines.add(line(parts, widths));
        }
        return lines;
    }

    private String gap(int column) {
        return column == 0 ? "" : figures.get(column) ? FIGURE_GAP : WORD_GAP;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String padding = " ".repeat(Math.max(0, widths[column] - Ink.width(cell)));
            line.append(gap(column)).append(figures.get(column) ? padding + cell : cell + padding);
        }
        return line.toString().stripTrailing();
    }

    private int[] widths() {
        int[] widths = new int[figures.size()];
        for (int column = 0; column < widths.length; column++) {
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], Ink.width(row.get(column)));
            }
        }
        return widths;
    }
}
