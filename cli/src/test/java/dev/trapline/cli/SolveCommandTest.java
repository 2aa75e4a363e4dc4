package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SolveCommandTest {
    @TempDir
    private Path folder;

    /** One core, one client a guest, 10.1 ms each and 10 ms of thinking: at the most 99 a second; M/M/1//4 gives 97.52. */
    @Test
    void printsSolutionBoundsDemandsAndWhatIsLeftOut() {
        Invocation solve = Invocation.of("solve", TinyScenario.FILE, "--platform", "tiny-native");
        assertThat(solve.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(solve.out())
                .startsWith("tiny\n")
                .contains("throughput /s   at most   mean ms   at least  limit")
                .contains("tiny-native: one request alone asks 10.1 ms of cores")
                .contains("Left out:");
        String four = solve.out().substring(solve.out().indexOf("\n4, by formulas"));
        assertThat(four.lines().filter(line -> line.startsWith("tiny-native ")).findFirst().orElseThrow().split(" +"))
                .containsExactly("tiny-native", "97.52", "99", "31.02", "30.4", "cores");
    }

    @Test
    void standsBesideTheSimulation() {
        Invocation run = Invocation.of(
                "run", TinyScenario.FILE, "--platform", "tiny-native", "--quick", "--with-bounds",
                "--out", folder.resolve("tiny"));
        assertThat(run.out()).contains("throughput /s simulated").contains("solved").contains("at least");
    }

    @Test
    void whatIsOutOfReachIsBadInputWithItsReason() {
        Invocation solve = Invocation.of("solve", "idle-guests", "--platform", "native");
        assertThat(solve.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(solve.err()).contains("is out of reach of formulas: ");
        assertThat(solve.out()).isEmpty();
    }
}
