package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's folder, written by a process of its own: under another Java, and without fonts. */
final class OtherProcessTest {
    private static final Path RUNNING = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path folder;

    @Test
    void resultsAndTablesHaveTheSameBytesUnderJdk25() throws Exception {
        write(jdk25(), folder.resolve("other"), "");
        ReportFolder.write(SampleResults.hostedVersusBareMetal(), SampleResults.facts(), folder.resolve("own"));
        for (String name : new String[] {"results.json", "results.csv", "ledger.csv"}) {
            assertThat(folder.resolve("other").resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("own").resolve(name));
        }
    }

    @Test
    void withoutFontsThePageComesWithoutPictures() throws Exception {
        Path noFonts =
                Files.writeString(folder.resolve("fonts.conf"), "<?xml version='1.0'?><fontconfig></fontconfig>");
        String output = write(RUNNING, folder.resolve("plain"), noFonts.toString());
        assertThat(folder.resolve("plain/report.html")).isNotEmptyFile();
        boolean drewAllTheSame = Files.exists(folder.resolve("plain/charts"));
        assertThat(output).contains(drewAllTheSame ? "" : "No pictures were drawn");
    }

    private static String write(Path javaHome, Path target, String fontConfiguration)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                javaHome.resolve("bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SampleFolder.class.getName(),
                target.toString());
        if (!fontConfiguration.isEmpty()) {
            builder.environment().put("FONTCONFIG_FILE", fontConfiguration);
        }
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static Path jdk25() throws IOException {
        Optional<Path> named = Stream.of(
                        System.getProperty("trapline.jdk25", ""),
                        System.getenv().getOrDefault("TRAPLINE_JDK25", ""))
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .findFirst();
        Optional<Path> found = named.or(OtherProcessTest::neighbour);
        if (found.isEmpty() && Boolean.getBoolean("trapline.jdk25.required")) {
            throw new IllegalStateException("trapline.jdk25.required is true, but no JDK 25 was found");
        }
        Assumptions.assumeTrue(found.isPresent(), "no JDK 25 was found; TRAPLINE_JDK25 may name its home");
        return found.orElseThrow();
    }

    private static Optional<Path> neighbour() {
        try (Stream<Path> neighbours = Files.list(RUNNING.toRealPath().getParent())) {
            return neighbours
                    .filter(home -> home.getFileName().toString().matches(".*\\b25\\b.*"))
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .sorted()
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
