package dev.trapline.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Vocabulary;
import dev.trapline.scenarios.text.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files that come with Trapline hold no problem. */
class CatalogueFilesTest {
    private final ScenarioReader reader = ScenarioReader.standard(Vocabulary.standard());

    @Test
    void everyCatalogueEntryIsClean() {
        assertThat(reader.checkCatalogue()).isEmpty();
    }

    @Test
    void everyScenarioIsClean() {
        List<Problem> problems = new ArrayList<>();
        for (String folder : List.of("gallery", "published")) {
            for (String name : reader.names(folder)) {
                problems.addAll(reader.check(name).problems());
            }
        }
        assertThat(problems).isEmpty();
    }
}
