package dev.trapline.scenarios.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Results;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What changes from point to point, paired: guests of one client that compute half of the time, on four cores. */
class StepsTest {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();

    @Test
    void eachPointIsComparedToTheOneBeforeOnItsOwnPlatform() {
        Results results = results(
                Overrides.NONE.vary("guests.load.count", "1,2,16,32").set("guests.load.workload.think", "0 s"));
        List<Results.Step> steps = results.steps();
        assertThat(steps).extracting(Results.Step::point).containsExactly(1, 2, 3);
        assertThat(steps).extracting(Results.Step::before).containsExactly(0, 1, 2);
        // a second guest has cores of its own; of sixteen four run at a time, and of 32 no more
        assertThat(steps.get(0).ratio()).isBetween(1.9, 2.1);
        assertThat(steps.get(0).low()).isLessThan(steps.get(0).ratio());
        assertThat(steps.get(1).ratio()).isBetween(1.8, 2.1);
        assertThat(steps.get(2).ratio()).isBetween(0.95, 1.05);
        assertThat(steps).extracting(Results.Step::verdict).containsExactly("better", "better", "no difference shown");
        assertThat(steps).allMatch(step -> step.comparisons() == 3 && step.metric().equals("throughput"));
    }

    @Test
    void whereNothingGrowsThereAreNoSteps() {
        assertThat(results(Overrides.NONE).steps()).isEmpty();
    }

    private static Results results(Overrides overrides) {
        var read = ScenarioReader.standard(VOCABULARY)
                .read(
                        "src/test/resources/twin/computations.yaml",
                        overrides.set("run.duration", "5 s").set("run.replications", "4"));
        assertThat(read.problems()).isEmpty();
        return new Laboratory(VOCABULARY, 2, Progress.NONE).run(read.value().experiment(), "test");
    }
}
