package dev.trapline.scenarios.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The schemas that are checked in are those that the shapes give; {@code -Dschema.write=true} writes them anew. */
class SchemaFilesTest {
    private static final Path FOLDER = Path.of("schema");

    @Test
    void checkedInSchemasAreCurrent() throws IOException {
        Map<String, String> written = new SchemaWriter(Vocabulary.standard()).files();
        if (Boolean.getBoolean("schema.write")) {
            for (Map.Entry<String, String> file : written.entrySet()) {
                Files.writeString(FOLDER.resolve(file.getKey()), file.getValue());
            }
        }
        Map<String, String> found = checkedIn();
        Set<String> stale = new TreeSet<>(written.keySet());
        stale.addAll(found.keySet());
        stale.removeIf(name -> Objects.equals(written.get(name), found.get(name)));
        assertThat(stale)
                .as("stale; write anew by: mvn -pl scenarios -am test -Dtest=SchemaFilesTest -Dschema.write=true"
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEmpty();
    }

    private static Map<String, String> checkedIn() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(FOLDER)) {
            for (Path path : paths.toList()) {
                files.put(path.getFileName().toString(), Files.readString(path).replace("\r\n", "\n"));
            }
        }
        return files;
    }
}
