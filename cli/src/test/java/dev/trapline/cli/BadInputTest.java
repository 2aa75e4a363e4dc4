package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be run is refused with exit code 2 and all places, and nothing is printed or written. */
final class BadInputTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectory(folder.resolve("directory.yaml"));
        Files.writeString(folder.resolve("empty.yaml"), "");
        Files.writeString(folder.resolve("tabs.yaml"), "scenario: x\nrun:\n\tseed: 1\n");
        Files.writeString(folder.resolve("open.yaml"), "scenario: [x\n");
        Files.writeString(folder.resolve("unknown.yaml"), "scenario: x\nmachin: y\n");
        Files.write(folder.resolve("binary.yaml"), "scenario: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({
        "missing.yaml, missing.yaml: ",
        "directory.yaml, directory.yaml: ",
        "empty.yaml, empty.yaml",
        "tabs.yaml, tabs.yaml:3:",
        "open.yaml, open.yaml:",
        "unknown.yaml, unknown.yaml:2:1: ",
        "binary.yaml, binary.yaml"
    })
    void eachFileIsNamedWithThePlace(String file, String place) {
        for (String command : new String[] {"run", "check", "validate"}) {
            Invocation refused = Invocation.of(command, folder.resolve(file));
            assertThat(refused.exitCode()).as(command).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(refused.err()).as(command).contains(place).doesNotContain("Exception", "\tat ");
            assertThat(refused.out()).as(command).isEmpty();
        }
    }

    @Test
    void allProblemsOfAllFilesAreSaidAtOnce() {
        Invocation refused = Invocation.of("run", folder.resolve("missing.yaml"), folder.resolve("unknown.yaml"));
        assertThat(refused.err())
                .contains("missing.yaml: ", "unknown key 'machin' (did you mean 'machine'?)", "missing key 'guests'");
    }

    /** A file that two platforms extend is checked twice; what is wrong with it is said once, and breaks nothing. */
    @Test
    void aProblemOfAFileThatTwoExtendIsSaidOnce() throws IOException {
        Path file = TinyScenario.copiedTo(folder, "", "");
        Path trapping = folder.resolve("tiny-trapping.yaml");
        Files.writeString(trapping, Files.readString(trapping).replace("value: 1000 cycles", "value: -5 cycles"));
        Invocation refused = Invocation.of("run", file);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err().lines()).singleElement().asString().contains("tiny-trapping.yaml:", "must be at least 0 cycles");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--set guests.load.cuont=1",
                "--set guests.load.count=many",
                "--vary guests.load.count=1,many",
                "--platform tiny-nativ",
                "--set no-equals-sign",
                "--seed 1.5",
                "--draws -1",
                "--threads 0"
            })
    void wrongOptionsAreNamed(String options) {
        String[] words = options.split(" ");
        Path out = folder.resolve("out");
        Invocation refused = Invocation.of("run", TinyScenario.FILE, words[0], words[1], "--out", out);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).contains(words[0]).doesNotContain("Exception");
        assertThat(out).doesNotExist();
    }

    @Test
    void aMisspeltScenarioOfTheGalleryHasAHint() {
        assertThat(Invocation.of("run", "hosted-versus-bare-metl").err())
                .contains("did you mean 'hosted-versus-bare-metal'?");
    }
}
