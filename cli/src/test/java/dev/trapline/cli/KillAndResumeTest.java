package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.reports.ReportFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A sweep that is killed without notice, again and again at random moments, and continued each time, leaves the same bytes as
 * one that nobody disturbed. {@code -Dtrapline.kills=20} kills more often than the suite does.
 */
final class KillAndResumeTest {
    /** What a process leaves that signal 9 has ended. */
    private static final int KILLED = 128 + 9;

    /** So that several sweeps are compared. */
    private static final int MOST_OF_A_SWEEP = 4;

    private static final int KILLS = Integer.getInteger("trapline.kills", 3);

    /** 16 points, 3 platforms and 3 replications, with a warm-up by itself and draws, so that every kind of run is kept. */
    private static final List<String> SWEEP = List.of(
            "--vary", "latin-hypercube={points: 8, over: {guests.load.count: {from: 1, to: 8},"
                    + " machine.clock: {from: 1 GHz, to: 2 GHz}}}",
            "--vary", "guests.load.memory=16 MiB, 32 MiB",
            "--set", "run.duration=2 s",
            "--set", "run.warm-up=auto",
            "--threads", "2");

    private final long seed = Optional.of(System.getProperty("test.seed", ""))
            .filter(given -> !given.isEmpty())
            .map(Long::parseLong)
            .orElseGet(System::nanoTime);
    private final Random moments = new Random(seed);

    @TempDir
    private Path folder;

    @Test
    void whatIsKilledAndContinuedIsByteForByteTheSame() throws Exception {
        Path undisturbed = folder.resolve("undisturbed");
        long start = System.nanoTime();
        assertThat(finish(undisturbed)).isEmpty();
        long nanos = System.nanoTime() - start;
        int kills = 0;
        int continued = 0;
        for (int sweep = 0; kills < KILLS; sweep++) {
            Path out = folder.resolve("killed-" + sweep);
            boolean ended = false;
            for (int own = 0; !ended && own < MOST_OF_A_SWEEP && kills < KILLS; own++) {
                ended = endsWithin((long) (moments.nextDouble() * nanos), out);
                kills += ended ? 0 : 1;
            }
            long kept = keptRuns(out);
            String said = ended ? Files.readString(errors(out)).strip() : finish(out);
            if (kept > 0) {
                assertThat(said).isEqualTo("Continued: " + kept + (kept == 1 ? " run" : " runs")
                        + " had been finished before (--fresh starts over).");
            }
            continued += said.startsWith("Continued") ? 1 : 0;
            assertThat(keptFolder(out)).as("is taken away in the end").doesNotExist();
            assertSame(undisturbed, out);
        }
        System.out.println("seed " + seed + ": killed " + kills + " times, " + continued + " sweeps continued, an undisturbed one takes "
                + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
    }

    /** Whether a sweep is done before that moment; if not, it is killed. */
    private boolean endsWithin(long nanos, Path out) throws Exception {
        Process process = start(out);
        process.waitFor(nanos, TimeUnit.NANOSECONDS);
        int exitCode = process.destroyForcibly().waitFor();
        assertThat(exitCode).as(Files.readString(errors(out))).isIn(ExitCode.DONE, KILLED);
        return exitCode == ExitCode.DONE;
    }

    /** Runs to the end; what was said besides results. */
    private String finish(Path out) throws Exception {
        Process process = start(out);
        assertThat(process.waitFor()).as(Files.readString(errors(out))).isEqualTo(ExitCode.DONE);
        return Files.readString(errors(out)).strip();
    }

    private Process start(Path out) throws IOException {
        Path file = folder.resolve("catalogue").resolve("tiny.yaml");
        if (!Files.exists(file)) {
            Files.createDirectory(file.getParent());
            TinyScenario.copiedTo(file.getParent(), "expect:", "expect: []\nignored:");
            String text = Files.readString(file);
            Files.writeString(file, text.substring(0, text.indexOf("ignored:")));
        }
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Djava.awt.headless=true",
                "-cp", System.getProperty("java.class.path"), Trapline.class.getName(), "run", file.toString(),
                "--out", out.toString()));
        line.addAll(SWEEP);
        return new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors(out).toFile())
                .start();
    }

    private static Path errors(Path out) {
        return out.resolveSibling(out.getFileName() + ".err");
    }

    private static Path keptFolder(Path out) {
        return out.resolveSibling(out.getFileName() + ".unfinished");
    }

    private static long keptRuns(Path out) throws IOException {
        if (!Files.isDirectory(keptFolder(out))) {
            return 0;
        }
        try (Stream<Path> files = Files.list(keptFolder(out))) {
            return files.filter(file -> file.toString().endsWith(".run")).count();
        }
    }

    /** All files, the page too once both tell of the same time and day. */
    private static void assertSame(Path expected, Path found) throws IOException {
        assertThat(files(found)).isEqualTo(files(expected));
        for (String name : List.of("results.json", "results.csv", "ledger.csv")) {
            assertThat(Files.mismatch(expected.resolve(name), found.resolve(name))).as("first byte that differs in " + name).isEqualTo(-1);
        }
        Files.copy(expected.resolve("run.json"), found.resolve("run.json"), StandardCopyOption.REPLACE_EXISTING);
        ReportFolder.rewrite(expected);
        ReportFolder.rewrite(found);
        for (String name : files(expected)) {
            assertThat(Files.mismatch(expected.resolve(name), found.resolve(name))).as("first byte that differs in " + name).isEqualTo(-1);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }
}
