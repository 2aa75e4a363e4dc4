package dev.trapline.scenarios.schema;

import dev.trapline.declare.Shape;
import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.ScenarioShapes;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import dev.trapline.scenarios.catalogue.CatalogueShapes;
import dev.trapline.scenarios.catalogue.Sources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the JSON Schema (draft 2020-12) of scenarios, of each kind of catalogue file, and of the list of sources. */
public final class SchemaWriter {
    private static final String SCENARIO = "scenario";
    private static final String SOURCES = "sources";

    private final CatalogueShapes shapes;

    public SchemaWriter(Vocabulary vocabulary) {
        shapes = new CatalogueShapes(vocabulary);
    }

    /** What there are schemas of: {@code scenario}, the key of each kind of catalogue file, {@code sources}. */
    public static List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        kinds.add(SCENARIO);
        for (CatalogueKind kind : CatalogueKind.values()) {
            kinds.add(kind.key());
        }
        kinds.add(SOURCES);
        return kinds;
    }

    /** All schemas by the name of their file. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        kinds().forEach(kind -> files.put(kind + ".schema.json", of(kind)));
        return files;
    }

    /** The schema of a kind, one of {@link #kinds}. */
    public String of(String kind) {
        ShapeSchema schema = new ShapeSchema(shapes);
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", "urn:trapline:" + kind);
        root.put("title", "Trapline: " + kind.replace('-', ' '));
        root.putAll(body(kind, schema));
        root.put("$defs", schema.definitions());
        return text(root);
    }

    private static Map<String, Object> body(String kind, ShapeSchema schema) {
        if (kind.equals(SCENARIO)) {
            List<Shape.Key> keys = new ArrayList<>(ScenarioShapes.SCENARIO.keys());
            keys.add(1, ScenarioShapes.INCLUDE);
            return schema.fields(keys, true);
        }
        return kind.equals(SOURCES) ? schema.of(Sources.SHAPE) : schema.file(CatalogueKind.of(kind));
    }

    private static String text(Map<String, Object> schema) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(lines);
        JsonMapper mapper = JsonMapper.builder()
                .defaultPrettyPrinter(printer)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        return mapper.writeValueAsString(schema) + "\n";
    }
}
