package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the repository promises about itself. */
final class RepositoryTest {
    private static final Pattern TEST_COMMAND = Pattern.compile("## Tests\\R(?:(?!##).*\\R)*?```sh\\R(.+)\\R```");

    @Test
    void theGateRunsTheTestCommandOfTheReadme() throws IOException {
        Matcher named = TEST_COMMAND.matcher(read("README.md"));
        assertThat(named.find()).as("README.md names one test command under 'Tests'").isTrue();
        assertThat(read(".ci/run").lines()).contains(named.group(1));
    }

    private static String read(String name) throws IOException {
        return Files.readString(Path.of(System.getProperty("trapline.root")).resolve(name));
    }
}
