package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TraplineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesEveryCommandAndExitCode() {
        assertThat(trapline("--help")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("run", "check", "list", "show", "validate", "schema", "report", "solve", "rerun")
                .contains("3   an expect or a validation missed, a rerun differs, or a comparison fails");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void versionNamesTheJavaThatRuns() {
        assertThat(trapline("--version")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).startsWith("trapline ").contains(System.getProperty("java.version"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "brew", "run", "run --sed 42 a.yaml", "run --seed x a.yaml", "show"})
    void badUsageReturnsTwoAndSaysWhyOnStandardError(String line) {
        assertThat(trapline(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).isNotBlank().doesNotContain("Exception");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aMisspelledCommandIsCalledOne() {
        assertThat(trapline("comapre", "a", "b")).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).startsWith("There is no command 'comapre' (did you mean 'compare'?).").contains("Usage: ");
    }

    @Test
    void noColorForbidsColour() {
        Map<String, String> forbidden = Map.of("NO_COLOR", "1", "TERM", "xterm");
        assertThat(Terminal.of(true, true, Map.of("TERM", "xterm")).coloured()).isTrue();
        assertThat(Terminal.of(true, true, Map.of("TERM", "xterm", "NO_COLOR", "")).coloured()).isTrue();
        assertThat(Terminal.of(true, true, forbidden).coloured()).isFalse();
        assertThat(Terminal.of(true, true, Map.of("TERM", "dumb")).coloured()).isFalse();
        assertThat(Terminal.of(false, true, Map.of("TERM", "xterm")).coloured()).isFalse();
    }

    @Test
    void colourIsUsedWhereItIsWelcome() {
        assertThat(help(Terminal.of(true, true, Map.of()))).contains("\u001b[");
        assertThat(help(Terminal.of(true, true, Map.of("NO_COLOR", "1")))).doesNotContain("\u001b[");
    }

    private int trapline(String... arguments) {
        return Trapline.execute(
                new PrintWriter(out, true), new PrintWriter(err, true), Terminal.of(false, false, Map.of()), arguments);
    }

    private static String help(Terminal terminal) {
        StringWriter text = new StringWriter();
        Trapline.execute(new PrintWriter(text, true), new PrintWriter(text, true), terminal, "--help");
        return text.toString();
    }
}
