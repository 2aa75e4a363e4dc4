package dev.trapline.cli.print;

import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi.Style;

/** Colour for words, or none. */
record Ink(boolean coloured) {
    private static final Pattern CODES = Pattern.compile("\u001b\\[[0-9;]*m");

    String verdict(String word) {
        return switch (word) {
            case "better", "met", "right" -> painted(word, Style.fg_green);
            case "worse", "missed", "wrong" -> painted(word, Style.fg_red);
            default -> word;
        };
    }

    String strong(String word) {
        return painted(word, Style.bold);
    }

    /** A text as the reader sees it. */
    static String without(String text) {
        return CODES.matcher(text).replaceAll("");
    }

    private String painted(String word, Style style) {
        return coloured ? style.on() + word + style.off() : word;
    }
}
