package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Results;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.text.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The phenomena of {@code scenarios/phenomena} that are quick enough come out; {@code trapline validate phenomena} runs all.
 * What is quick is counted in events, since a time would depend on the machine: a core executes some five million in a second.
 */
final class PhenomenaTest {
    private static final long MOST_EVENTS = 5_000_000;
    private static final ScenarioReader READER = ScenarioReader.standard(Vocabulary.standard());

    static List<String> names() {
        return READER.names("phenomena");
    }

    static Stream<String> quick() {
        return names().stream().filter(name -> READER.read(name, Overrides.NONE).optional().stream().allMatch(ScenarioFile::inTestSuite));
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachSaysWhatItIsAndWhichLedgerEntryCarriesIt(String name) {
        Outcome<ScenarioFile> read = READER.read(name, Overrides.NONE);
        assertThat(read.problems()).isEmpty();
        ScenarioFile file = read.value();
        assertThat(name).matches("c[0-9]{2}-[a-z0-9-]+").isEqualTo(file.experiment().name());
        assertThat(file.explanation()).as("explanation").hasSizeGreaterThan(100);
        assertThat(file.experiment().question()).as("question").endsWith("?");
        assertThat(file.expectations().texts()).as("an expectation about a part of a ledger").anyMatch(text -> text.contains("part: "));
    }

    @ParameterizedTest
    @MethodSource("quick")
    void aQuickOneComesOut(String name) {
        ScenarioFile file = READER.read(name, Overrides.NONE.quickly()).value();
        Results results = new Laboratory(Vocabulary.standard(), 1, Progress.NONE).run(file.experiment(), "test");
        assertThat(results.fingerprints().eventsExecuted())
                .as("events of the quick run; beyond this, take out 'in-test-suite: true'")
                .isLessThan(MOST_EVENTS);
        assertThat(file.expectations().evaluate(results)).isNotEmpty().allSatisfy(expectation ->
                assertThat(expectation.met()).as("%s; found %s", expectation.text(), expectation.found()).isTrue());
    }
}
