package dev.trapline.cli.print;

import java.util.ArrayList;
import java.util.List;

/** A table under a title whose columns go on below, beside the same names, where the page is not wide enough for all. */
final class WrappedTable {
    private static final int LONGEST_TITLE = 30;
    private static final int WIDE_NAMES = 40;

    private final String title;
    private final List<String> names;
    private final List<Group> groups = new ArrayList<>();

    WrappedTable(String title, List<String> names) {
        this.title = title;
        this.names = names;
    }

    /** Columns that stay side by side; {@code kinds} as those of a {@link TextTable}. */
    private record Group(String kinds, List<String> heads, List<List<String>> columns) {}

    void add(String kind, String head, List<String> column) {
        add(kind, List.of(head), List.of(column));
    }

    void add(String kinds, List<String> heads, List<List<String>> columns) {
        groups.add(new Group(kinds, heads, columns));
    }

    /** How wide a line of its own is that holds the names, figures, words of no width and remarks. */
    int widthWith(List<String> figures, List<String> remarks) {
        List<String> nothing = names.stream().map(name -> "").toList();
        Group group = new Group("fww", List.of("", "", ""), List.of(figures, nothing, remarks));
        return width(text(List.of(group), ""));
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (Ink.width(title) > LONGEST_TITLE) {
            lines.addAll(Paragraph.wrapped("", "  ", title));
        }
        List<Group> block = new ArrayList<>();
        for (Group group : groups) {
            block.add(group);
            if (block.size() > 1 && width(text(block, lines.isEmpty() ? title : "")) - spare() > Paragraph.WIDTH) {
                block.remove(group);
                lines.addAll(table(block, lines.isEmpty() ? title : "").fitted());
                block.clear();
                block.add(group);
            }
        }
        lines.addAll(table(block, lines.isEmpty() ? title : "").fitted());
        return lines;
    }

    /** By how much names become narrower where they are broken between words, if they are very wide. */
    private int spare() {
        TextTable alone = TextTable.of("w");
        names.forEach(name -> alone.add(List.of(name)));
        int widest = width(alone.lines());
        return widest > WIDE_NAMES ? widest - alone.longestWord(0) : 0;
    }

    private static int width(List<String> lines) {
        return lines.stream().mapToInt(Ink::width).max().orElse(0);
    }

    private List<String> text(List<Group> block, String head) {
        return table(block, head).lines();
    }

    private TextTable table(List<Group> block, String head) {
        StringBuilder kinds = new StringBuilder("w");
        List<String> heads = new ArrayList<>(List.of(head));
        for (Group group : block) {
            kinds.append(group.kinds());
            heads.addAll(group.heads());
        }
        TextTable table = TextTable.of(kinds.toString());
        table.add(heads);
        for (int row = 0; row < names.size(); row++) {
            List<String> cells = new ArrayList<>(List.of(names.get(row)));
            for (Group group : block) {
                for (List<String> column : group.columns()) {
                    cells.add(column.get(row));
                }
            }
            table.add(cells);
        }
        return table;
    }
}
