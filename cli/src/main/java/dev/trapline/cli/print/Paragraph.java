package dev.trapline.cli.print;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines between words; a number keeps its percent sign. */
public final class Paragraph {
    static final int WIDTH = 80;

    private static final String DEEPER = "    ";

    private Paragraph() {}

    public static List<String> wrapped(String text) {
        return wrapped("", "", text);
    }

    /** Lines that begin with {@code first}, those after the first with {@code others}. */
    public static List<String> wrapped(String first, String others, String text) {
        return wrapped(first, others, text, " +(?!%)", " ", WIDTH);
    }

    /** A line of YAML; one that is too long is broken behind commas, so that it stays what it was. */
    static List<String> folded(String line) {
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        return Ink.width(line) <= WIDTH
                ? List.of(line)
                : wrapped(indent, indent + DEEPER, line, "(?<=,) +", " ", WIDTH);
    }

    /** A cell of a column of this width: broken between words, within them only where one is too long, if it can be behind a slash. */
    static List<String> broken(String cell, int width) {
        if (Ink.width(cell) <= width) {
            return List.of(cell);
        }
        int blanks = cell.length() - cell.stripLeading().length();
        // Something of the cell must fit behind what it is indented by.
        String indent = " ".repeat(Math.max(0, Math.min(blanks, width - 1)));
        List<String> lines = new ArrayList<>();
        for (String line : wrapped(indent, indent, cell, " +(?!%)", " ", width)) {
            String rest = line;
            while (rest.length() > width && Ink.width(rest) == rest.length()) {
                int slash = rest.lastIndexOf('/', width - 1) + 1;
                int end = slash > indent.length() ? slash : width;
                lines.add(rest.substring(0, end));
                rest = indent + rest.substring(end);
            }
            lines.add(rest);
        }
        return Ink.closedInEachLine(lines);
    }

    private static List<String> wrapped(
            String first, String others, String text, String between, String joint, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.strip().split(between)) {
            if (!empty && Ink.width(line.toString()) + joint.length() + Ink.width(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(others);
                empty = true;
            }
            line.append(empty ? "" : joint).append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
