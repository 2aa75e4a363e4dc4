package dev.trapline.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.text.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that come with Trapline hold no problem. */
class CatalogueFilesTest {
    private final ScenarioReader reader = ScenarioReader.standard(Vocabulary.standard());

    @Test
    void everyCatalogueEntryIsClean() {
        assertThat(reader.checkCatalogue()).isEmpty();
    }

    /** In files of one's own a source may be said in words; the catalogue's stand in its list. */
    @Test
    void everySourceOfTheCatalogueStandsInItsList() throws IOException {
        Pattern inWords = Pattern.compile("source: *\"?[^ ,}\"]+ +[^ ,}]");
        try (Stream<Path> files = Files.walk(Path.of("catalogue"))) {
            List<Path> entries = files.filter(file -> file.toString().endsWith(".yaml")
                            && !file.getFileName().toString().equals("sources.yaml"))
                    .toList();
            assertThat(entries).hasSizeGreaterThan(20);
            for (Path entry : entries) {
                assertThat(Files.readString(entry)).as("%s", entry).doesNotContainPattern(inWords);
            }
        }
    }

    @Test
    void everyScenarioIsClean() {
        List<Problem> problems = new ArrayList<>();
        for (String folder : List.of("gallery", "published", "phenomena")) {
            for (String name : reader.names(folder)) {
                problems.addAll(reader.check(name).problems());
            }
        }
        assertThat(problems).isEmpty();
    }
}
