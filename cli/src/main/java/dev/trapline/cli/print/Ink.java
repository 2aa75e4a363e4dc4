package dev.trapline.cli.print;

import picocli.CommandLine.Help.Ansi.Style;

/** Colour for words, or none. */
record Ink(boolean coloured) {
    String verdict(String word) {
        return switch (word) {
            case "better" -> painted(word, Style.fg_green);
            case "worse" -> painted(word, Style.fg_red);
            default -> word;
        };
    }

    String missed(String word) {
        return painted(word, Style.fg_red);
    }

    String strong(String word) {
        return painted(word, Style.bold);
    }

    private String painted(String word, Style style) {
        return coloured ? style.on() + word + style.off() : word;
    }
}
