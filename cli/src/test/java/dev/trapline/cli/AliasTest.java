package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.reports.ResultFiles;
import dev.trapline.result.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that is another one's engine under its own name is computed, and not judged. */
final class AliasTest {
    @TempDir
    private Path folder;

    @Test
    void anAliasHasFiguresAndNoVerdict() throws IOException {
        Path scenario = TinyScenario.copiedTo(folder, "platforms: [tiny-native, tiny-trapping", "platforms: [tiny-native, tiny-trapping, tiny-rebranded");
        Files.writeString(folder.resolve("tiny-rebranded.yaml"), "platform: tiny-rebranded\nextends: tiny-trapping\ntitle: Rebranded\n");
        Invocation run = Invocation.of("run", scenario, "--quick", "--out", folder.resolve("out"));
        assertThat(run.err()).isEmpty();
        Results results = ResultFiles.read(folder.resolve("out/results.json"));
        assertThat(results.platforms()).filteredOn(platform -> platform.label().equals("tiny-rebranded"))
                .extracting(Results.Platform::aliasOf).containsExactly("tiny-trapping");
        assertThat(results.metrics()).anyMatch(row -> row.platform().equals("tiny-rebranded") && row.metric().equals("throughput"));
        assertThat(results.verdicts()).extracting(Results.Verdict::platform).contains("tiny-trapping").doesNotContain("tiny-rebranded");
        assertThat(run.out())
                .containsPattern("tiny-rebranded .* alias of tiny-trapping\n")
                .contains("Note: tiny-rebranded is an alias of tiny-trapping");
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("alias of tiny-trapping", "see tiny-trapping");
    }
}
