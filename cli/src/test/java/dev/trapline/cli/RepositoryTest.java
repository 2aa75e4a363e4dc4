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
    private static final String SHOWN = "scenarios/gallery/hosted-versus-bare-metal.yaml";
    private static final Pattern TEST_COMMAND = Pattern.compile("## Tests\\R(?:(?!##).*\\R)*?```sh\\R(.+)\\R```");

    @Test
    void theGateRunsTheTestCommandOfTheReadme() throws IOException {
        Matcher named = TEST_COMMAND.matcher(read("README.md"));
        assertThat(named.find()).as("README.md names one test command under 'Tests'").isTrue();
        assertThat(read(".ci/run").lines()).contains(named.group(1));
    }

    @Test
    void theReadmeShowsTheScenarioAsItIs() throws IOException {
        String scenario = read(SHOWN);
        assertThat(scenario.lines()).hasSizeLessThanOrEqualTo(25);
        assertThat(marked("scenario")).isEqualTo("```yaml\n" + scenario + "```\n");
    }

    @Test
    void theReadmeShowsTheOutputOfThatScenario() throws IOException {
        assertThat(marked("output"))
                .startsWith("```\n$ ./trapline run " + SHOWN + " ")
                .containsPattern("\nhosted-versus-bare-metal   5 platforms, 15 points, [^\n]*\\s[^\n]* M events, .* s\n")
                .endsWith("\nresults/hosted-versus-bare-metal/report.html\n```\n");
        assertThat(Path.of(System.getProperty("trapline.root")).resolve("docs/images/report.png")).isNotEmptyFile();
    }

    /** What stands in README.md between two markers. */
    private static String marked(String name) throws IOException {
        String readme = read("README.md");
        String begin = "<!-- " + name + " -->\n";
        return readme.substring(readme.indexOf(begin) + begin.length(), readme.indexOf("<!-- end of " + name + " -->"));
    }

    private static String read(String name) throws IOException {
        return Files.readString(Path.of(System.getProperty("trapline.root")).resolve(name));
    }
}
