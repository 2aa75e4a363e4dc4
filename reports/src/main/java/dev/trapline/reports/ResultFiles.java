package dev.trapline.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import dev.trapline.result.Results;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files {@code results.json} and {@code run.json}, written and read.
 *
 * <p>The bytes of {@code results.json} are a function of the results alone, on every JDK: numbers are printed by
 * Jackson's own algorithm (that of the JDK changed between 17 and 25), keys stand in the order of the records, lines
 * end in {@code \n}.
 */
public final class ResultFiles {
    /** The value of the first key of {@code results.json}, by which a folder is known to be Trapline's. */
    static final String FORMAT = "trapline-results";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Map.class, map -> map.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(
                    String.class, text -> text.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addMixIn(Results.Platform.class, SparePlatform.class)
            .addMixIn(Results.class, SpareResults.class)
            .build();

    /** Leaves out what few runs have. */
    private interface SpareResults {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Results.Limit> limits();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Results.Rank> ranks();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Results.DrawRange> drawRanges();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Results.Sample> samples();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Results.Bound> bounds();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Results.Step> steps();
    }

    /** Leaves out what few platforms have. */
    private interface SparePlatform {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        String aliasOf();
    }

    /** The file as it lies on disk: the format's name before everything else. */
    private record Document(String format, @JsonUnwrapped Results results) {}

    private ResultFiles() {}

    /**
     * Writes {@code results.json}; the stream stays open.
     *
     * @throws IllegalStateException naming the field, if a number is NaN or infinite
     */
    public static void write(Results results, OutputStream stream) throws IOException {
        FiniteNumbers.require(results);
        writeDocument(new Document(FORMAT, results), stream);
    }

    /**
     * Reads {@code results.json} of this format or an older one.
     *
     * @throws UnreadableResultsException if the file holds no results, or those of a later version
     */
    public static Results read(Path resultsJson) throws IOException {
        requireReadable(resultsJson);
        try {
            return MAPPER.readValue(resultsJson, Results.class);
        } catch (JacksonException problem) {
            throw new UnreadableResultsException(resultsJson, "is damaged, " + problem.getOriginalMessage(), problem);
        }
    }

    private static void requireReadable(Path resultsJson) throws IOException {
        ResultsHeader header = ResultsHeader.of(resultsJson);
        if (!header.isOurs()) {
            throw new UnreadableResultsException(resultsJson, "is not a results.json of Trapline.");
        }
        if (header.formatVersion() > Results.FORMAT_VERSION) {
            throw new UnreadableResultsException(
                    resultsJson,
                    "has format " + header.formatVersion() + ", and this version of Trapline reads formats up to "
                            + Results.FORMAT_VERSION + "; read it with a newer one.");
        }
    }

    /** The bytes of {@code results.json}, for other places than a file. */
    public static byte[] toJson(Results results) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(results, bytes);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toByteArray();
    }

    /** What a command found, for machines, with an end of line. */
    public static String toJson(Record found) {
        FiniteNumbers.require(found);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writeDocument(found, bytes);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static void write(RunFacts facts, OutputStream stream) throws IOException {
        FiniteNumbers.require(facts);
        writeDocument(facts, stream);
    }

    /** The facts in {@code run.json}, or {@link RunFacts#UNKNOWN} if there is no such file. */
    static RunFacts readFacts(Path runJson) throws IOException {
        if (!Files.exists(runJson)) {
            return RunFacts.UNKNOWN;
        }
        try {
            return MAPPER.readValue(runJson, RunFacts.class);
        } catch (JacksonException problem) {
            throw new UnreadableResultsException(runJson, "is damaged, " + problem.getOriginalMessage(), problem);
        }
    }

    private static void writeDocument(Object document, OutputStream stream) throws IOException {
        try {
            MAPPER.writer()
                    .with(new RowPerLine())
                    .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .writeValue(stream, document);
        } catch (JacksonIOException problem) {
            throw problem.getCause();
        }
        stream.write('\n');
    }
}
