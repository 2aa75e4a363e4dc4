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

    /** Guests that ask for anything between half and one and a half times the computing: the limit moves, each draw from its own. */
    @Test
    void drawsOfCostsGiveTheRangeOfTheLimit() {
        Overrides uncertain = Overrides.NONE.only("native").draws(6).set("run.duration", "5 s").set("guests.load.workload.steps",
                "[{ compute: { exponential: { mean: 12000000 cycles } }, mix: m }]")
                .set("guests.load.workload.mixes", "{ m: { system-call:"
                        + " { value: 5000, range: [1000, 10000], basis: assumed, source: assumption } } }");
        Results results = results(uncertain, 2);
        Results.Limit limit = results.limits().get(0);
        Results.DrawRange range = limitRange(results);
        assertThat(range.draws()).isEqualTo(6);
        assertThat(range.nominal()).isEqualTo(limit.value());
        assertThat(range.low()).isLessThan(limit.value());
        assertThat(range.high()).isGreaterThan(limit.value());
        assertThat(limit.sentence()).contains(" over 6 draws of costs");
        assertThat(results(uncertain, 1)).isEqualTo(results);
    }

    /** Without a number that has a range, all draws are the run itself, and noise must not be taken for ignorance. */
    @Test
    void drawsOfNothingMoveNoLimit() {
        Results.DrawRange range = limitRange(results(Overrides.NONE.only("native").draws(4).set("run.duration", "1 s"), 2));
        assertThat(List.of(range.low(), range.median(), range.high())).containsOnly(range.nominal());
    }

    /** With pilots, what draws run has the warm-up that they found. */
    @Test
    void drawsHaveTheWarmUpOfTheSearch() {
        Results results = results(Overrides.NONE.draws(3).set("run.duration", "1 s").set("run.warm-up", "auto")
                .set("objective.between", "[3, 7]").set("objective.max-replications", "3"), 2);
        assertThat(limitRange(results).low()).isEqualTo(limitRange(results).high());
        assertThat(results.drawRanges())
                .filteredOn(range -> range.platform().equals("native") && range.metric().equals("throughput"))
                .isNotEmpty()
                .allSatisfy(range -> assertThat(range.median()).isEqualTo(range.nominal()));
    }

    private static Results.DrawRange limitRange(Results results) {
        return results.drawRanges().stream().filter(range -> range.metric().equals("limit")).findFirst().orElseThrow();
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
