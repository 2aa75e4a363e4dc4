package dev.trapline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A scenario with a catalogue of its own beside it, whose round numbers can be checked by hand.
 *
 * <p>One core at 1 GHz. A request computes 10 ms and makes a thousand system calls of 100 cycles: 10.1 ms, 99 a
 * second. Trapping adds an exit and a handler of 1,000 cycles each to a call, 12.1 ms, 83 a second; hosted, with
 * handlers of 2,000 and 4,000 cycles, 13.1 and 15.1 ms, 76 and 66 a second.
 */
final class TinyScenario {
    static final Path FOLDER = Path.of("src/test/resources/tiny");
    static final Path FILE = FOLDER.resolve("tiny.yaml");

    private TinyScenario() {}

    /** A copy of it and of its catalogue in a folder, with a text replaced in the scenario. */
    static Path copiedTo(Path folder, String text, String replacement) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
            Path copy = folder.resolve("tiny.yaml");
            Files.writeString(copy, Files.readString(copy).replace(text, replacement));
            return copy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
