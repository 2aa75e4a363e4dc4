package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Vocabulary;
import dev.trapline.reports.ResultFiles;
import dev.trapline.result.Results;
import dev.trapline.scenarios.catalogue.Catalogue;
import dev.trapline.scenarios.catalogue.CatalogueKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that is another one's engine under its own name is computed, and not judged. */
final class AliasTest {
    private static final String ENGINE = "xenserver-4.1";

    @TempDir
    private Path folder;

    private static String alias() {
        Catalogue catalogue = Catalogue.standard(Vocabulary.standard());
        return catalogue.names(CatalogueKind.PLATFORMS).stream()
                .filter(name -> catalogue.aliasOf(name).filter(ENGINE::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anAliasHasFiguresAndNoVerdict() throws IOException {
        String alias = alias();
        Path scenario = Files.writeString(folder.resolve("s.yaml"), "scenario: s\nmachine: dual-opteron-2008\n"
                + "platforms: [native, " + ENGINE + ", " + alias + "]\n"
                + "guests: [{ name: load, os: linux-2.6, memory: 512 MiB, workload: cpu-batch }]\n"
                + "run: { duration: 4 s, warm-up: 1 s, replications: 3 }\n");
        Invocation run = Invocation.of("run", scenario, "--out", folder.resolve("out"));
        assertThat(run.err()).isEmpty();
        Results results = ResultFiles.read(folder.resolve("out/results.json"));
        assertThat(results.platforms()).filteredOn(platform -> platform.label().equals(alias))
                .extracting(Results.Platform::aliasOf).containsExactly(ENGINE);
        assertThat(results.metrics()).anyMatch(row -> row.platform().equals(alias) && row.metric().equals("throughput"));
        assertThat(results.verdicts()).extracting(Results.Verdict::platform).contains(ENGINE).doesNotContain(alias);
        assertThat(run.out())
                .containsPattern(alias + " .* alias of " + ENGINE + "\n")
                .contains("Note: " + alias + " is an alias of " + ENGINE);
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("alias of " + ENGINE, "see " + ENGINE);
    }

    @Test
    void aFileOfOnesOwnIsJudged() throws IOException {
        Path scenario = TinyScenario.copiedTo(
                folder, "platforms: [tiny-native, tiny-trapping", "platforms: [tiny-native, tiny-trapping, tiny-changed");
        Files.writeString(folder.resolve("tiny-changed.yaml"), "platform: tiny-changed\nextends: tiny-trapping\ntitle: Changed\n");
        assertThat(Invocation.of("run", scenario, "--quick", "--out", folder.resolve("out")).out()).doesNotContain("alias");
    }
}
