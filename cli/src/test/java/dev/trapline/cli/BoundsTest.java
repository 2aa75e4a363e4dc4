package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.reports.ResultFiles;
import dev.trapline.result.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What queueing formulas say, in results.json and on the terminal. */
final class BoundsTest {
    @TempDir
    private Path folder;

    /** One core and guests of one client each: all of it; the tables stay away until they are asked for. */
    @Test
    void whatIsWithinReachStandsInTheResults() throws IOException {
        assertThat(run().out()).doesNotContain("by formulas");
        List<Results.Bound> bounds = bounds();
        assertThat(bounds).hasSize(11);
        assertThat(folder.resolve("tiny/steps.csv")).content().startsWith("platform,variant,point,before,guest,metric,ratio,");
        Results.Bound solved = bounds.get(0);
        assertThat(solved.platform()).isEqualTo("tiny-native");
        assertThat(solved.solved()).isTrue();
        assertThat(solved.reasons()).isEmpty();
        assertThat(solved.method()).contains("closed network");
        assertThat(solved.throughput()).isPositive().isLessThanOrEqualTo(solved.throughputAtMost());
        assertThat(solved.latencyMean()).isGreaterThanOrEqualTo(solved.latencyAtLeast());
    }

    @Test
    void whatIsNotHasBoundsIfAsked() throws IOException {
        Invocation run = run("--set", "guests.load.workload.clients=3", "--with-bounds");
        assertThat(run.out()).contains("by formulas").contains("Not solved: ");
        assertThat(bounds()).hasSize(11).allMatch(row -> row.bounded() && row.solved() == row.reasons().isEmpty());
    }

    /** A rerun has the rows that there were, no more and no fewer. */
    @Test
    void aRerunHasTheSame() throws IOException {
        run("--platform", "tiny-native");
        Invocation rerun = Invocation.of("rerun", folder.resolve("tiny"), "--beside", TinyScenario.FOLDER);
        assertThat(rerun.out()).contains("Reproduced: everything");
        run("--platform", "tiny-native", "--set", "guests.load.workload.clients=3", "--with-bounds");
        assertThat(Invocation.of("rerun", folder.resolve("tiny"), "--beside", TinyScenario.FOLDER).out())
                .contains("Reproduced: everything");
    }

    private Invocation run(String... more) {
        List<Object> words = new ArrayList<>(
                List.of("run", TinyScenario.FILE, "--quick", "--out", folder.resolve("tiny")));
        words.addAll(List.of(more));
        return Invocation.of(words.toArray());
    }

    private List<Results.Bound> bounds() throws IOException {
        return ResultFiles.read(folder.resolve("tiny/results.json")).bounds();
    }
}
