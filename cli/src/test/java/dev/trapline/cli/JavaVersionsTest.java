package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same command says the same under JDK 25 as under the Java that runs the tests. */
final class JavaVersionsTest {
    @Test
    void helpIsTheSameUnderJdk25() throws Exception {
        InstalledJava.Outcome expected = InstalledJava.running().trapline("--help");
        assertThat(expected.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(InstalledJava.jdk25().trapline("--help")).isEqualTo(expected);
    }
}
