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

/** The search for a limit in whole runs: guests of one vCPU on four cores. */
class ObjectiveTest {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final ScenarioReader READER = ScenarioReader.standard(VOCABULARY);
    private static final String SHARED = "src/test/resources/twin/shared-cores.yaml";

    @Test
    void theLimitOfEachPlatformIsFoundAndExplained() {
        Results results = results(Overrides.NONE, 2);
        assertThat(results.limits()).extracting(Results.Limit::platform).containsExactly("native", "hyper-v-2008");
        for (Results.Limit limit : results.limits()) {
            // sixty times 10 ms is 0.6 of a core: six guests ask for 3.6 of four, seven for more than there is
            assertThat(limit.outcome()).isEqualTo("found");
            assertThat(limit.low()).isGreaterThanOrEqualTo(3);
            assertThat(limit.value()).isBetween(limit.low(), limit.high());
            assertThat(limit.high()).isLessThanOrEqualTo(6);
            assertThat(limit.broke()).isEqualTo("load.latency.p95 at most 150 ms");
            assertThat(limit.simulatedSeconds()).isEqualTo(
                    11.0 * limit.visits().stream().mapToInt(Results.Visit::replications).sum());
            assertThat(limit.gridSeconds()).isEqualTo(12 * 3 * 11.0);
            assertThat(limit.visits()).allSatisfy(visit -> assertThat(visit.replications()).isIn(3, 6, 12));
        }
        assertThat(results.limits().get(1).value()).isLessThanOrEqualTo(results.limits().get(0).value());
        assertThat(results.axes().get("guests.load.count")).hasSize(results.points().size()).hasSizeLessThan(12);
        assertThat(results.metrics()).anyMatch(metric -> metric.metric().equals("limit")
                && metric.platform().equals("native")
                && metric.mean() == results.limits().get(0).value());
        assertThat(results(Overrides.NONE, 1)).isEqualTo(results);
    }

    @Test
    void whatIsBrokenEverywhereOrNowhereIsSaid() {
        Overrides brief = Overrides.NONE.only("native").set("run.duration", "2 s");
        Results.Limit none = results(brief.set("objective.between", "[1, 1]").set("guests.load.workload.rate", "150 /s"), 2).limits().get(0);
        assertThat(none.outcome()).isEqualTo("none");
        assertThat(List.of(none.low(), none.value(), none.high())).containsOnly(0L);
        assertThat(none.sentence()).contains("does not carry even 1 guest").contains("; saturated: ");
        Results.Limit all = results(brief.set("objective.between", "[1, 2]").set("guests.load.workload.rate", "5 /s"), 2).limits().get(0);
        assertThat(all.outcome()).isEqualTo("all");
        assertThat(all.sentence()).contains("carries all of 2 guests, where the search ends");
    }

    @Test
    void whatIsNotSupportedIsALimitOfItsOwn() {
        Overrides large = Overrides.NONE.only("hyper-v-2008").set("run.duration", "2 s").set("guests.load.workload.rate", "20 /s");
        Results.Limit some = results(large.set("guests.load.memory", "3 GiB"), 2).limits().get(0);
        assertThat(some.outcome()).isEqualTo("supported");
        assertThat(some.broke()).isEqualTo("no-memory-overcommit");
        assertThat(some.sentence()).contains("that it supports: ");
        Results.Limit nothing = results(large.set("guests.load.memory", "3000 GiB"), 2).limits().get(0);
        assertThat(nothing.outcome()).isEqualTo("refused");
        assertThat(nothing.sentence()).contains("does not support even 1 guest");
    }

    private static Results results(Overrides overrides, int threads) {
        var read = READER.read(SHARED, overrides);
        assertThat(read.problems()).isEmpty();
        return new Laboratory(VOCABULARY, threads, Progress.NONE).run(read.value().experiment(), "test");
    }
}
