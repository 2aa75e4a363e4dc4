package dev.trapline.cli.print;

import dev.trapline.scenarios.text.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Colour for words, or none, on lines that do a terminal no harm.
 *
 * <p>Names and titles come from files and may hold anything. So colour is marked by characters of the private use area
 * while lines are put together, and {@link #finished} spells out every control character before it turns the marks into
 * codes.
 */
record Ink(boolean coloured) {
    private static final char END = '\ue000';
    private static final char GREEN = '\ue001';
    private static final char RED = '\ue002';
    private static final char BOLD = '\ue003';
    private static final Pattern MARKS = Pattern.compile("[" + END + GREEN + RED + BOLD + "]");

    /** A verdict's word in the colour of what it says. */
    String verdict(String word) {
        return switch (word) {
            case "better", "met", "right" -> GREEN + word + END;
            case "worse", "missed", "wrong" -> RED + word + END;
            default -> word;
        };
    }

    String strong(String word) {
        return BOLD + word + END;
    }

    /** How many columns a text takes. */
    static int width(String text) {
        return plain(text).length();
    }

    /** Lines of one text, each with its own marks: what is coloured across a break ends before it and begins anew behind it. */
    static List<String> closedInEachLine(List<String> lines) {
        List<String> closed = new ArrayList<>();
        String mark = "";
        for (String line : lines) {
            String marked = mark + line;
            int begins = Math.max(Math.max(marked.lastIndexOf(GREEN), marked.lastIndexOf(RED)), marked.lastIndexOf(BOLD));
            boolean isOpen = begins > marked.lastIndexOf(END);
            mark = isOpen ? String.valueOf(marked.charAt(begins)) : "";
            closed.add(isOpen ? marked + END : marked);
        }
        return closed;
    }

    List<String> finished(List<String> lines) {
        return lines.stream().map(Wording::printable).map(line -> coloured ? painted(line) : plain(line)).toList();
    }

    private static String plain(String text) {
        return MARKS.matcher(text).replaceAll("");
    }

    private static String painted(String line) {
        return line.replace(String.valueOf(END), Style.reset.on())
                .replace(String.valueOf(GREEN), Style.fg_green.on())
                .replace(String.valueOf(RED), Style.fg_red.on())
                .replace(String.valueOf(BOLD), Style.bold.on());
    }
}
