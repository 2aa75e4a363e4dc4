package dev.trapline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Java of this machine, in which a test runs the command as a process of its own.
 *
 * <p>A test that compares two versions of Java asks for {@link #jdk25()}: the home that the property
 * {@code trapline.jdk25} names, else the variable TRAPLINE_JDK25, else a neighbour of the running Java with 25 in its
 * name. Where there is none the test is reported as not run, or fails if {@code trapline.jdk25.required} is true.
 */
record InstalledJava(Path home) {
    /** What a process left behind. */
    record Outcome(int exitCode, String output) {}

    static InstalledJava running() {
        return new InstalledJava(Path.of(System.getProperty("java.home")));
    }

    static InstalledJava jdk25() {
        Optional<Path> found = named().or(InstalledJava::neighbour);
        if (found.isEmpty() && Boolean.getBoolean("trapline.jdk25.required")) {
            throw new IllegalStateException("trapline.jdk25.required is true, but no JDK 25 was found");
        }
        Assumptions.assumeTrue(found.isPresent(), "no JDK 25 was found; TRAPLINE_JDK25 may name its home");
        return new InstalledJava(found.orElseThrow());
    }

    /** Runs the command with the classes under test; what it writes on both streams comes back in order. */
    Outcome trapline(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                java().toString(), "-cp", System.getProperty("java.class.path"), Trapline.class.getName()));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private Path java() {
        return home.resolve("bin").resolve("java");
    }

    private static Optional<Path> named() {
        return Stream.of(System.getProperty("trapline.jdk25", ""), System.getenv().getOrDefault("TRAPLINE_JDK25", ""))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(Path::of);
    }

    private static Optional<Path> neighbour() {
        try (Stream<Path> neighbours = Files.list(running().home.toRealPath().getParent())) {
            return neighbours
                    .filter(home -> home.getFileName().toString().matches(".*\\b25\\b.*"))
                    .filter(home -> Files.isExecutable(new InstalledJava(home).java()))
                    .sorted()
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
