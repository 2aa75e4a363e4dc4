package dev.trapline.reports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.io.NumberOutput;

/** A table as comma-separated values after RFC 4180, in UTF-8, with lines that end in {@code \n}. */
final class CsvTable {
    private final StringBuilder text = new StringBuilder();
    private final int width;

    CsvTable(List<String> header) {
        width = header.size();
        row(header);
    }

    void row(List<String> cells) {
        if (cells.size() != width) {
            throw new IllegalStateException("A row has " + cells.size() + " cells in a table of " + width + " columns: " + cells);
        }
        for (int i = 0; i < width; i++) {
            text.append(i == 0 ? "" : ",").append(quoted(cells.get(i)));
        }
        text.append('\n');
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The digits that {@code results.json} shows as well. */
    static String number(double value) {
        return NumberOutput.toString(value, true);
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
