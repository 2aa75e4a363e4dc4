package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same seed gives the same bytes of {@code results.json} and of the CSV files: in two processes, with one thread
 * and with two, under JDK 17 and 25.
 */
final class DeterminismTest {
    private static final List<String> PROMISED = List.of("results.json", "results.csv", "ledger.csv");

    /** All platforms and kinds of work of the gallery's first scenario, shortly, with draws of uncertain costs. */
    private static final List<String> RUN = List.of(
            "run", "hosted-versus-bare-metal",
            "--vary", "guests.load.count=1,6",
            "--set", "run.duration=300 ms",
            "--set", "run.warm-up=100 ms",
            "--set", "run.replications=2",
            "--draws", "2");

    @TempDir
    private static Path folder;

    private static Path twoThreads;

    @BeforeAll
    static void runWithTwoThreads() throws Exception {
        twoThreads = run(InstalledJava.running(), "two-threads", "--threads", "2");
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws Exception {
        assertSameBytes(run(InstalledJava.running(), "one-thread", "--threads", "1"));
    }

    @Test
    void jdk25GivesTheSameBytes() throws Exception {
        assertSameBytes(run(InstalledJava.jdk25(), "jdk-25", "--threads", "2"));
    }

    @Test
    void anotherSeedGivesOtherResults() throws Exception {
        Path other = run(InstalledJava.running(), "other-seed", "--seed", "43");
        assertThat(Files.mismatch(twoThreads.resolve("results.csv"), other.resolve("results.csv"))).isNotNegative();
    }

    private static Path run(InstalledJava java, String name, String... options) throws Exception {
        Path out = folder.resolve(name);
        List<String> line = new ArrayList<>(RUN);
        Stream.of(options).forEach(line::add);
        line.addAll(List.of("--out", out.toString()));
        InstalledJava.Outcome outcome = java.trapline(line.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.output()).isEqualTo(ExitCode.DONE);
        return out;
    }

    private static void assertSameBytes(Path other) throws Exception {
        for (String file : PROMISED) {
            assertThat(Files.size(other.resolve(file))).as(file).isPositive();
            assertThat(Files.mismatch(twoThreads.resolve(file), other.resolve(file)))
                    .as("first byte of %s that %s changes", file, other.getFileName())
                    .isEqualTo(-1);
        }
    }
}
