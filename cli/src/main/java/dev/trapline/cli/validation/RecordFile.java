package dev.trapline.cli.validation;

import dev.trapline.reports.RowPerLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** A validation as a file, {@code docs/validation.json}: from it the page is written, and held current, without running anything. */
public final class RecordFile {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    /** An experiment without its rows, which stand in one list so that each has a line of its own. */
    private record Head(
            String name, String question, String size, String scenarioHash, String catalogueHash, long events,
            String quickFingerprint, int rows) {}

    private record Document(
            boolean quick,
            String catalogueHash,
            String publishedHash,
            List<Head> experiments,
            List<Fitted> fitted,
            List<BasisCount> bases,
            List<Row> rows) {}

    private RecordFile() {}

    public static void write(Validation validation, Path file) throws IOException {
        List<Head> heads = validation.reruns().stream()
                .map(rerun -> new Head(
                        rerun.name(), rerun.question(), rerun.size(), rerun.scenarioHash(), rerun.catalogueHash(), rerun.events(),
                        rerun.quickFingerprint(), rerun.rows().size()))
                .toList();
        Document document = new Document(
                validation.quick(), validation.catalogueHash(), validation.publishedHash(), heads, validation.fitted(),
                validation.bases(), validation.rows());
        Files.writeString(file, MAPPER.writer().with(new RowPerLine()).writeValueAsString(document) + "\n");
    }

    /** Empty if there is no such file. */
    public static Optional<Validation> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Document document = MAPPER.readValue(Files.readString(file), Document.class);
        List<Rerun> reruns = new ArrayList<>();
        int next = 0;
        for (Head head : document.experiments()) {
            List<Row> rows = document.rows().subList(next, next + head.rows());
            next += head.rows();
            reruns.add(new Rerun(
                    head.name(), head.question(), head.size(), head.scenarioHash(), head.catalogueHash(), head.events(),
                    head.quickFingerprint(), List.copyOf(rows)));
        }
        return Optional.of(new Validation(
                document.quick(), document.catalogueHash(), document.publishedHash(), reruns, document.fitted(),
                document.bases()));
    }
}
