package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text that was looked at once and is held from then on; {@code -Dtest.golden=write} writes it anew. */
final class GoldenText {
    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private GoldenText() {}

    static void assertIs(String name, String text) throws IOException {
        Path file = FOLDER.resolve(name);
        if (System.getProperty("test.golden", "").equals("write")) {
            Files.writeString(file, text);
        }
        assertThat(text)
                .as("%s; if the change is meant, -Dtest.golden=write writes it anew; say why in CHANGELOG.md", file)
                .isEqualTo(Files.readString(file));
    }
}
