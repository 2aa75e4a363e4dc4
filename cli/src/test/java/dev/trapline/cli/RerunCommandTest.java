package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RerunCommandTest {
    @TempDir
    private Path folder;

    private Path results;

    @BeforeEach
    void run() {
        Invocation.of("run", TinyScenario.FILE, "--quick", "--draws", "3", "--out", folder.resolve("tiny"));
        results = folder.resolve("tiny/results.json");
    }

    @Test
    void sameInputReproduces() {
        Invocation rerun = rerun();
        assertThat(rerun.err()).isEmpty();
        assertThat(rerun.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(rerun.out()).startsWith("tiny: seed 7, scenario ").contains("Reproduced: everything in");
    }

    @Test
    void aFigureThatWasChangedIsNamed() throws IOException {
        String text = Files.readString(results);
        int at = text.indexOf("\"mean\":", text.indexOf("\"throughput\"")) + "\"mean\": ".length();
        Files.writeString(results, text.substring(0, at) + "1" + text.substring(at));
        Invocation rerun = rerun();
        assertThat(rerun.exitCode()).isEqualTo(ExitCode.MISSED);
        assertThat(rerun.out())
                .contains("Not reproduced; the first difference is metrics[")
                .contains("].mean (tiny-native, load, throughput, point 0): ");
    }

    @Test
    void aChangedCatalogueIsSaid() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        TinyScenario.copiedTo(own, "scenario: tiny", "scenario: tiny");
        Path cpu = own.resolve("tiny-cpu.yaml");
        Files.writeString(cpu, Files.readString(cpu).replace("100 cycles", "110 cycles"));
        Invocation rerun = Invocation.of("rerun", folder.resolve("tiny"), "--beside", own);
        assertThat(rerun.exitCode()).isEqualTo(ExitCode.MISSED);
        assertThat(rerun.out())
                .contains("The catalogue entries that it uses have changed since")
                .contains("the first difference is catalogueHash");
    }

    @Test
    void whatIsNoResultFileIsBadInput() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");
        assertThat(Invocation.of("rerun", other).exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Invocation.of("rerun", folder.resolve("missing")).exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        Invocation withoutCatalogue = Invocation.of("rerun", results);
        assertThat(withoutCatalogue.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(withoutCatalogue.err()).contains("(resolvedScenario):").contains("tiny-machine");
    }

    private Invocation rerun() {
        return Invocation.of("rerun", results, "--beside", TinyScenario.FOLDER);
    }
}
