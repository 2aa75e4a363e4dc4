package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.cli.print.ValidationPage;
import dev.trapline.cli.validation.RecordFile;
import dev.trapline.cli.validation.Rerun;
import dev.trapline.cli.validation.Validation;
import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Results;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the repository says of its validation is what this model gives; slow studies are not run for that. */
final class ValidationRecordTest {
    private static final String REMEDY =
            "docs/VALIDATION.md and CHANGELOG.md are of an older model; the one command that brings both up to date:"
                    + " ./trapline validate --record \"WHAT CHANGED, AND WHICH SOURCE SAYS SO\"";
    private static final ValidationRecord RECORD = new ValidationRecord(Path.of(System.getProperty("trapline.root")));
    private static final ScenarioReader READER = ScenarioReader.standard(Vocabulary.standard());

    private static Validation validation() throws IOException {
        return RecordFile.read(RECORD.record()).orElseThrow();
    }

    @Test
    void theCatalogueIsTheOneThatWasValidated() throws IOException {
        assertThat(validation().catalogueHash()).as(REMEDY).isEqualTo(READER.census().hash());
    }

    @Test
    void theLastChangeInTheListIsOfThisCatalogue() throws IOException {
        assertThat(RECORD.changes().lastHash()).as(REMEDY).contains(READER.census().hash());
    }

    @Test
    void theExperimentsAreThoseThatWereRun() throws IOException {
        assertThat(validation().publishedHash()).as(REMEDY).isEqualTo(READER.publishedHash());
        assertThat(validation().reruns()).extracting(Rerun::name).as(REMEDY).isEqualTo(READER.names("published"));
        assertThat(validation().quick()).isFalse();
    }

    /** {@code -Dtest.golden=write} words the page anew from the record, for changes of the wording alone. */
    @Test
    void thePageIsWhatTheRecordSays() throws IOException {
        if (System.getProperty("test.golden", "").equals("write")) {
            Files.writeString(RECORD.page(), ValidationPage.of(validation()));
        }
        assertThat(Files.readString(RECORD.page())).as(REMEDY).isEqualTo(ValidationPage.of(validation()));
    }

    @Test
    void noFigureIsScoredTwice() throws IOException {
        assertThat(validation().rows())
                .filteredOn(row -> row.figure().isPresent() && row.use().isScored())
                .extracting(row -> row.table() + ", " + row.row() + ", " + row.column() + ", " + row.at().getOrDefault("machine", ""))
                .doesNotHaveDuplicates();
    }

    static Stream<Rerun> quick() throws IOException {
        return validation().reruns().stream().filter(rerun -> rerun.hasQuickRun() && !rerun.quickFingerprint().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("quick")
    void aShortenedRunGivesWhatItGaveThen(Rerun rerun) {
        var experiment = READER.read(rerun.name(), Overrides.NONE.quickly()).value().experiment();
        Results results = new Laboratory(Vocabulary.standard(), 1, Progress.NONE).run(experiment, Version.number());
        assertThat(results.fingerprints().results()).as(REMEDY).isEqualTo(rerun.quickFingerprint());
    }
}
