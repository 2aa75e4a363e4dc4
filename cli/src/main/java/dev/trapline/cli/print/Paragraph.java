package dev.trapline.cli.print;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines between words; a number keeps its percent sign. */
final class Paragraph {
    static final int WIDTH = 80;

    private Paragraph() {}

    static List<String> wrapped(String text) {
        return wrapped("", "", text);
    }

    /** Lines that begin with {@code first}, those after the first with {@code others}. */
    static List<String> wrapped(String first, String others, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : text.strip().split(" +(?!%)")) {
            if (!empty && Ink.width(line.toString()) + 1 + Ink.width(word) > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(others);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }
}
