package dev.trapline.benchmarks.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other results, and results of which nothing is recorded, are failures; other events are not. */
final class ComparisonTest {
    private static final Cell CELL = new Cell("three-tiers", "2", "esx-3.5");
    private static final Seen SEEN = new Seen(CELL, 50, "0123456789abcdef", 4711, "aa");

    private static Comparison of(Seen seen, Seen... recorded) {
        Comparison comparison = new Comparison();
        comparison.add(List.of(seen), List.of(recorded));
        return comparison;
    }

    @Test
    void theSameIsTheSame() {
        assertThat(of(SEEN, SEEN).failures()).isEmpty();
        assertThat(of(SEEN, SEEN).events()).isEqualTo("events are those recorded, 4711");
    }

    @Test
    void anotherResultIsNamedWithScenarioPointAndPlatform() {
        assertThat(of(SEEN, new Seen(CELL, 50, "fedcba9876543210", 4711, "aa")).failures())
                .containsExactly("three-tiers, point 2, esx-3.5: results are 0123456789abcdef, recorded fedcba9876543210");
    }

    @Test
    void whatIsNotRecordedAndWhatIsNotRunAnyMoreFail() {
        assertThat(of(SEEN).failures()).containsExactly("three-tiers, point 2, esx-3.5: not recorded");
        Seen gone = new Seen(new Cell("three-tiers", Cell.COMPARISON, Cell.ALL), 50, "aa", 1, "bb");
        assertThat(of(SEEN, SEEN, gone).failures()).containsExactly("three-tiers, comparison: recorded, and not run any more");
    }

    @Test
    void otherEventsAreARemark() {
        Comparison comparison = of(SEEN, new Seen(CELL, 50, "0123456789abcdef", 5000, "aa"));
        assertThat(comparison.failures()).isEmpty();
        assertThat(comparison.events()).isEqualTo("events changed in 1 of 1: 4711 where 5000 were recorded");
        assertThat(of(SEEN, new Seen(CELL, 50, "0123456789abcdef", 4711, "bb")).events()).startsWith("events changed in 1 of 1");
    }

    @Test
    void aShortRunOfAnotherLengthIsNoProof() {
        assertThat(of(SEEN, new Seen(CELL, 200, "0123456789abcdef", 4711, "aa")).failures())
                .containsExactly("three-tiers, point 2, esx-3.5: run for 50 ms, recorded 200");
    }

    @Test
    void aFileIsReadAsItWasWrittenAndReplacedByScenarioAndKind(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("fingerprints.tsv");
        Seen whole = new Seen(new Cell("three-tiers", Cell.QUICK, Cell.ALL), 2000, "11", 7, "22");
        Seen other = new Seen(new Cell("today", "0", "kvm-qemu"), 50, "33", 8, "44");
        FingerprintFile file = FingerprintFile.read(path);
        List.of(SEEN, whole, other).forEach(file::add);
        Seen fresh = new Seen(new Cell("three-tiers", "0", "native"), 50, "55", 9, "66");
        file.replace(List.of(fresh));
        file.write(path, List.of("today", "three-tiers"));
        assertThat(FingerprintFile.read(path).all()).containsExactly(other, whole, fresh);
        assertThat(FingerprintFile.read(path).millis("three-tiers")).isEqualTo(Optional.of(50L));
    }
}
