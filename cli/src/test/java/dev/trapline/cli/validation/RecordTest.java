package dev.trapline.cli.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.scenarios.published.Use;
import dev.trapline.spec.Basis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a validation. */
final class RecordTest {
    private static final String LOG =
            """
            # Changes
            | Date | Catalogue | Calibrated | Predicted | Orders | What changed |
            |---|---|---|---|---|---|
            <!-- end of the catalogue's changes -->
            After.
            """;

    @TempDir
    private Path folder;

    private static Validation validation(String hash, double simulated) {
        Rerun rerun = new Rerun(
                "experiment", "Why?", "1 platform", "aa", "bb", 7, "cc",
                List.of(Rows.figure(Use.CALIBRATE, "xen", "a", 100, simulated), Rows.ratio("xen", "b", 2, 2.1, true)));
        return new Validation(
                false, hash.repeat(64), "dd", List.of(rerun), List.of(new Fitted("t", 4, 0, 0, Map.of("xen", 2))),
                List.of(new BasisCount("xen", Map.of(Basis.MEASURED, 3))));
    }

    @Test
    void aValidationIsReadAsItWasWritten() throws IOException {
        Path file = folder.resolve("validation.json");
        assertThat(RecordFile.read(file)).isEmpty();
        RecordFile.write(validation("1", 104.5), file);
        assertThat(RecordFile.read(file)).contains(validation("1", 104.5));
        assertThat(Files.readString(file)).as("a row a line").contains("\n    {\"use\": \"CALIBRATE\", ").endsWith("}\n");
    }

    @Test
    void aChangeStandsWithTheErrorsBeforeAndAfter() throws IOException {
        Path file = Files.writeString(folder.resolve("CHANGELOG.md"), LOG);
        ChangeLog log = new ChangeLog(file);
        assertThat(log.lastHash()).isEmpty();
        log.append("2026-11-26", "first", Optional.empty(), validation("1", 110));
        log.append("2026-11-27", "exit | smaller", Optional.of(validation("1", 110)), validation("2", 105));
        assertThat(Files.readAllLines(file)).endsWith(
                "| 2026-11-26 | `" + "1".repeat(64) + "` | - to 10.0 % | - to 5.0 % | 0 of 0 | first |",
                "| 2026-11-27 | `" + "2".repeat(64) + "` | 10.0 % to 5.0 % | 5.0 % to 5.0 % | 0 of 0 | exit \\| smaller |",
                "<!-- end of the catalogue's changes -->",
                "After.");
        assertThat(log.lastHash()).contains("2".repeat(64));
    }

    @Test
    void whatChangedNothingIsNoChange() throws IOException {
        Path file = Files.writeString(folder.resolve("CHANGELOG.md"), LOG);
        ChangeLog log = new ChangeLog(file);
        log.append("2026-11-26", "first", Optional.empty(), validation("1", 110));
        log.append("2026-11-27", "again", Optional.of(validation("1", 110)), validation("1", 110));
        assertThat(Files.readString(file)).doesNotContain("again");
        log.append("2026-11-28", "the model changed", Optional.of(validation("1", 110)), validation("1", 120));
        assertThat(Files.readString(file)).contains("10.0 % to 20.0 %");
    }

    @Test
    void aListWithoutItsEndIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("CHANGELOG.md"), "# Changes\n");
        assertThatThrownBy(() -> new ChangeLog(file).append("2026-11-26", "x", Optional.empty(), validation("1", 110)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has no line");
    }
}
