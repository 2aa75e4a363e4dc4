package dev.trapline.reports;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * Lays out JSON so that people and {@code diff} can read it: two levels indented, each row of a list on one line.
 *
 * <p>Holds the nesting of one document, so each document needs its own.
 */
public final class RowPerLine implements PrettyPrinter {
    private static final int INDENTED_LEVELS = 2;

    private int depth;

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        json.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        json.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        newLine(json);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        separate(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        end(json, entries, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        json.writeRaw('[');
        depth++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        newLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        separate(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        end(json, values, ']');
    }

    private void separate(JsonGenerator json) {
        json.writeRaw(depth > INDENTED_LEVELS ? ", " : ",");
        newLine(json);
    }

    private void end(JsonGenerator json, int size, char bracket) {
        boolean wasIndented = depth <= INDENTED_LEVELS;
        depth--;
        if (size > 0 && wasIndented) {
            indent(json);
        }
        json.writeRaw(bracket);
    }

    private void newLine(JsonGenerator json) {
        if (depth <= INDENTED_LEVELS) {
            indent(json);
        }
    }

    private void indent(JsonGenerator json) {
        json.writeRaw("\n" + "  ".repeat(depth));
    }
}
