package dev.trapline.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.io.NumberOutput;

/** A table as comma-separated values after RFC 4180, in UTF-8, with lines that end in {@code \n}. */
final class CsvTable {
    private final Writer text;
    private final int width;

    /** Begins a table; whoever opened the stream closes it, after {@link #end}. */
    CsvTable(OutputStream stream, List<String> header) throws IOException {
        text = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        width = header.size();
        row(header);
    }

    void row(List<String> cells) throws IOException {
        if (cells.size() != width) {
            throw new IllegalStateException(
                    "A row has " + cells.size() + " cells in a table of " + width + " columns: " + cells);
        }
        for (int i = 0; i < width; i++) {
            text.write(i == 0 ? "" : ",");
            text.write(quoted(cells.get(i)));
        }
        text.write('\n');
    }

    void end() throws IOException {
        text.flush();
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
