package dev.trapline.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The first two keys of {@code results.json}, read without reading the rest.
 *
 * @param formatVersion 0 where there is none
 */
record ResultsHeader(String format, int formatVersion) {
    private static final ResultsHeader NONE = new ResultsHeader("", 0);
    private static final JsonFactory JSON = new JsonFactory();

    static ResultsHeader of(Path file) throws IOException {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), Files.newInputStream(file))) {
            return json.nextToken() == JsonToken.START_OBJECT ? of(json) : NONE;
        } catch (JacksonException notJson) {
            return NONE;
        }
    }

    private static ResultsHeader of(JsonParser json) {
        if (!"format".equals(json.nextName()) || json.nextToken() != JsonToken.VALUE_STRING) {
            return NONE;
        }
        String format = json.getString();
        boolean versioned = "formatVersion".equals(json.nextName()) && json.nextToken() == JsonToken.VALUE_NUMBER_INT;
        return new ResultsHeader(format, versioned ? json.getIntValue() : 0);
    }

    boolean isOurs() {
        return format.equals(ResultFiles.FORMAT) && formatVersion > 0;
    }
}
