package dev.trapline.benchmarks.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The results of scenarios are those that were recorded. Here of each scenario one cell, the one that has the most events and
 * is still quick; {@code benchmarks/fingerprints} runs all.
 */
final class FingerprintFileTest {
    private static final String REMEDY = "benchmarks/fingerprints says which scenarios give other results than recorded; of a"
            + " change that alters results on purpose benchmarks/fingerprints --record, and --record --whole, writes them,"
            + " with a sentence in CHANGELOG.md";
    private static final long QUICK_EVENTS = 30_000;
    private static final FingerprintRuns RUNS = new FingerprintRuns();

    private static FingerprintFile file() throws IOException {
        return FingerprintFile.read(Path.of(System.getProperty("trapline.root"), "benchmarks", "fingerprints.tsv"));
    }

    @Test
    void everyScenarioIsRecordedInShortRunsAndWhole() throws IOException {
        FingerprintFile file = file();
        List<String> scenarios = RUNS.names();
        assertThat(file.all().stream().map(seen -> seen.cell().scenario()).distinct())
                .as(REMEDY)
                .containsExactlyElementsOf(scenarios);
        assertThat(scenarios).as(REMEDY).allSatisfy(scenario -> {
            assertThat(file.of(new Cell(scenario, Cell.COMPARISON, Cell.ALL))).as("comparison of %s", scenario).isPresent();
            assertThat(file.of(new Cell(scenario, Cell.QUICK, Cell.ALL))).as("whole run of %s", scenario).isPresent();
        });
    }

    static Stream<Seen> oneOfEachScenario() throws IOException {
        Map<String, List<Seen>> cells = file().all().stream()
                .filter(seen -> !seen.cell().platform().equals(Cell.ALL))
                .collect(Collectors.groupingBy(seen -> seen.cell().scenario()));
        return RUNS.names().stream().filter(cells::containsKey).map(scenario -> quickest(cells.get(scenario)));
    }

    /** With as many events as are quick, or with the fewest. */
    private static Seen quickest(List<Seen> cells) {
        Comparator<Seen> events = Comparator.comparingLong(Seen::events);
        return cells.stream()
                .filter(seen -> seen.events() <= QUICK_EVENTS)
                .max(events)
                .orElseGet(() -> cells.stream().min(events).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("oneOfEachScenario")
    void aShortRunGivesWhatWasRecorded(Seen recorded) {
        assertThat(RUNS.shortened(recorded.cell(), recorded.millis()).results())
                .as("%s; %s", recorded.cell(), REMEDY)
                .isEqualTo(recorded.results());
    }
}
