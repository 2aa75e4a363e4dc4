package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SensitivityCommandTest {
    @TempDir
    private Path folder;

    @Test
    void ranksCostsTellsHowManyRunsItTookAndWritesPageAndTable() throws IOException {
        Invocation first = screening("one", "1");
        assertThat(first.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(first.out())
                .contains("load.throughput")
                .containsPattern("Morris' screening: 2 trajectories, ends of ranges in 3 replications, \\d+ runs in\\s+all")
                .containsPattern("numbers with ranges: \\d+, of which \\d+ change nothing here; \\d+ runs");
        assertThat(first.out().lines().mapToInt(String::length).filter(length -> length > 80).count())
                .isLessThanOrEqualTo(1);
        String page = Files.readString(folder.resolve("one/sensitivity.html"));
        assertThat(page).contains("<svg class=\"tornado\"").contains("mu*");
        List<String> rows = Files.readAllLines(folder.resolve("one/sensitivity.csv"));
        assertThat(rows.get(0)).startsWith("platform,variant,guest,metric,unit");
        assertThat(rows).hasSizeGreaterThan(1);
    }

    @Test
    void theSameWithAnyNumberOfThreads() throws IOException {
        screening("one", "1");
        screening("two", "2");
        for (String file : List.of("sensitivity.csv", "sensitivity.html")) {
            assertThat(folder.resolve("one").resolve(file)).hasSameBinaryContentAs(folder.resolve("two").resolve(file));
        }
    }

    /** Of the largest if nothing is said; a scenario that looks for a limit has none. */
    @Test
    void thePointIsChosenAndSaid() {
        Invocation chosen = Invocation.of(
                "sensitivity", TinyScenario.FILE, "--quick", "--platform", "tiny-native", "--trajectories", "2",
                "--point", "guests.load.count=2", "--out", folder.resolve("chosen"));
        assertThat(chosen.out()).contains("At guests.load.count=2, and nowhere else; --point names another point.");
        Invocation absent = Invocation.of("sensitivity", TinyScenario.FILE, "--point", "guests.load.count=3");
        assertThat(absent.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(absent.err()).contains("--point guests.load.count: takes the values 1, 2, 4, got '3'");
        Invocation limit = Invocation.of("sensitivity", "consolidation");
        assertThat(limit.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(limit.err()).contains("looks for the largest tiles; say with --point tiles=N");
    }

    @Test
    void whatThereIsNotIsBadInput() {
        Invocation metric = Invocation.of(
                "sensitivity", TinyScenario.FILE, "--quick", "--metric", "speed", "--out", folder.resolve("none"));
        assertThat(metric.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(metric.err()).contains("has no figure 'speed', but").contains("throughput");
        Invocation guest = Invocation.of("sensitivity", TinyScenario.FILE, "--quick", "--guest", "nobody");
        assertThat(guest.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(guest.err()).contains("there is no guest group 'nobody', but load");
    }

    private Invocation screening(String name, String threads) {
        return Invocation.of(
                "sensitivity", TinyScenario.FILE, "--quick", "--platform", "tiny-native", "--trajectories", "2",
                "--set", "guests.load.count=2", "--threads", threads, "--out", folder.resolve(name));
    }
}
