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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Schemas and reference page that are checked in are those that the shapes give; {@code -Dschema.write=true} writes them anew. */
class SchemaFilesTest {
    private static final Path FOLDER = Path.of("schema");
    private static final Path REFERENCE = Path.of("..", "docs", "REFERENCE.md");
    private static final String ANEW = "stale; write anew by: mvn -pl scenarios -am test -Dtest=SchemaFilesTest -Dschema.write=true"
            + " -Dsurefire.failIfNoSpecifiedTests=false";

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
                .as(ANEW)
                .isEmpty();
    }

    @Test
    void theReferencePageIsCurrent() throws IOException {
        String written = ReferencePage.of(Vocabulary.standard());
        if (Boolean.getBoolean("schema.write")) {
            Files.writeString(REFERENCE, written);
        }
        assertThat(Files.readString(REFERENCE).replace("\r\n", "\n")).as(ANEW).isEqualTo(written);
        assertLinksLead(written);
    }

    private static void assertLinksLead(String page) {
        Set<String> headings = new TreeSet<>();
        Matcher heading = Pattern.compile("(?m)^#+ (.+)$").matcher(page);
        while (heading.find()) {
            headings.add(heading.group(1).replace(' ', '-'));
        }
        Matcher link = Pattern.compile("\\]\\(#([^)]+)\\)").matcher(page);
        while (link.find()) {
            assertThat(headings).contains(link.group(1));
        }
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
