package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.result.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportFolderTest {
    @TempDir
    private Path parent;

    @Test
    void theFolderHoldsEverythingAndNothingLiesBeside() throws IOException {
        Path target = parent.resolve("deep/results");
        ReportFolder.Written written = write(SmallResults.oneOfEach(), target);
        assertThat(names(target)).contains("results.json", "run.json", "results.csv", "ledger.csv", "report.html");
        assertThat(written.page()).isEqualTo(target.resolve("report.html")).isNotEmptyFile();
        assertThat(Files.exists(target.resolve("charts")) || !written.notes().isEmpty())
                .isTrue();
        assertThat(names(target.getParent())).containsExactly("results");
    }

    @Test
    void anOldFolderOfOursIsReplacedAndOtherFilesStay() throws IOException {
        Path target = parent.resolve("results");
        write(SampleResults.hostedVersusBareMetal(), target);
        Files.writeString(target.resolve("my notes.txt"), "mine");
        write(SmallResults.bare(), target);
        assertThat(target.resolve("my notes.txt")).hasContent("mine");
        assertThat(ResultFiles.read(target.resolve("results.json")).scenario()).isEqualTo("bare");
        assertThat(target.resolve("charts")).doesNotExist();
        assertThat(names(parent)).containsExactly("results");
    }

    @Test
    void anEmptyFolderIsFilled() throws IOException {
        Path target = Files.createDirectory(parent.resolve("empty"));
        write(SmallResults.bare(), target);
        assertThat(target.resolve("report.html")).exists();
    }

    @Test
    void foreignFoldersAndFilesAreLeftAlone() throws IOException {
        Path foreign = Files.createDirectory(parent.resolve("foreign"));
        Files.writeString(foreign.resolve("results.json"), "{\"format\": \"somebody else's\"}");
        Path file = Files.writeString(parent.resolve("file"), "text");
        for (Path target : List.of(foreign, file, Path.of(""), Path.of("/"))) {
            assertThatThrownBy(() -> ReportFolder.requireReplaceable(target))
                    .isInstanceOf(ForeignFolderException.class);
            assertThatThrownBy(() -> write(SmallResults.bare(), target)).isInstanceOf(ForeignFolderException.class);
        }
        assertThat(names(foreign)).containsExactly("results.json");
        assertThat(file).hasContent("text");
    }

    @Test
    void aFailureLeavesTheOldFolderWhole() throws IOException {
        Path target = parent.resolve("results");
        write(SmallResults.oneOfEach(), target);
        Results broken = SmallResults.withMetrics(List.of(SmallResults.metric("throughput", Double.NaN, 0)));
        assertThatThrownBy(() -> write(broken, target)).isInstanceOf(IllegalStateException.class);
        assertThat(ResultFiles.read(target.resolve("results.json"))).isEqualTo(SmallResults.oneOfEach());
        assertThat(names(parent)).containsExactly("results");
    }

    @Test
    void aLinkedFolderIsReplacedWhereItLies() throws IOException {
        Path real = Files.createDirectory(parent.resolve("real"));
        Path link = Files.createSymbolicLink(parent.resolve("link"), real);
        write(SmallResults.bare(), link);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(real.resolve("report.html")).exists();
    }

    @Test
    void rewritingMakesThePageAnewAndKeepsTheResults() throws IOException {
        Path target = parent.resolve("results");
        write(SmallResults.oneOfEach(), target);
        String results = Files.readString(target.resolve("results.json"));
        String page = Files.readString(target.resolve("report.html"));
        String later = results.replace("{\n  \"format\"", "{ \"format\"");
        Files.writeString(target.resolve("results.json"), later);
        Files.delete(target.resolve("report.html"));
        ReportFolder.rewrite(target);
        assertThat(target.resolve("results.json")).hasContent(later);
        assertThat(target.resolve("report.html")).hasContent(page);
        Files.delete(target.resolve("run.json"));
        ReportFolder.rewrite(target);
        assertThat(target.resolve("report.html")).exists();
    }

    @Test
    void rewritingNeedsResults() {
        assertThatThrownBy(() -> ReportFolder.rewrite(parent.resolve("none")))
                .isInstanceOf(UnreadableResultsException.class)
                .hasMessageContaining("no results.json");
    }

    private static ReportFolder.Written write(Results results, Path target) throws IOException {
        return ReportFolder.write(results, SampleResults.facts(), target);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }
}
