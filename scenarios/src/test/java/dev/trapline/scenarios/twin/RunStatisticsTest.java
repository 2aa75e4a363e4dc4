package dev.trapline.scenarios.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Results;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Warm-up, precision and saturation of whole runs: M/M/1 of 10 ms in one guest. */
class RunStatisticsTest {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final ScenarioReader READER = ScenarioReader.standard(VOCABULARY);
    private static final String ARRIVALS = "src/test/resources/twin/arrivals.yaml";

    private static final Overrides ONE = Overrides.NONE
            .set("guests.load.count", "1")
            .set("run.confidence", "95 %")
            .set("run.warm-up", "auto")
            .set("run.duration", "20 s");

    @Test
    void theWarmUpIsFoundAndSaid() {
        Results results = results(ONE.set("run.replications", "3"), 2);
        assertThat(words(results, "", "warm-up").orElseThrow()).matches("[0-9.]+ s, by .* of native");
        assertThat(results.settings().warmUpSeconds()).isZero();
    }

    @Test
    void replicationsAreAddedUntilThePrecisionIsReached() {
        Overrides asked = ONE.set("run.duration", "60 s")
                .set("run.precision.relative", "10 %").set("run.precision.min", "3").set("run.precision.max", "60");
        Results results = results(asked, 2);
        Results.Metric mean = metric(results, "latency.mean").orElseThrow();
        assertThat(words(results, "", "precision").orElseThrow()).isEqualTo("reached with " + mean.replications() + " replications");
        assertThat(mean.replications()).isBetween(4, 59);
        assertThat(mean.high() - mean.mean()).isLessThanOrEqualTo(0.1 * mean.mean());
        assertThat(results(asked, 1)).isEqualTo(results);
    }

    @Test
    void aPrecisionThatIsNotReachedIsSaid() {
        Results results = results(ONE.set("run.precision.relative", "0.1 %").set("run.precision.min", "2").set("run.precision.max", "3"), 2);
        assertThat(words(results, "", "precision").orElseThrow()).startsWith("not reached with 3 replications: load.throughput is known within");
        assertThat(results.warnings()).anyMatch(warning -> warning.contains("the precision was not reached"));
    }

    @Test
    void overloadHasNoLatency() {
        Results results = results(ONE.set("guests.load.workload.rate", "110 /s").set("run.replications", "3"), 2);
        assertThat(words(results, "load", "steady-state").orElseThrow()).startsWith("none: saturated, limited by ");
        assertThat(metric(results, "latency.mean")).isEmpty();
    }

    @Test
    void aShortRunSaysThatItCannotTell() {
        Overrides brief = ONE.set("guests.load.workload.rate", "98 /s").set("run.replications", "2").set("run.duration", "2 s");
        Results results = results(brief, 2);
        assertThat(words(results, "load", "steady-state").orElseThrow()).startsWith("cannot be told: ");
        assertThat(results.warnings()).anyMatch(warning -> warning.contains("has a steady state cannot be told"));
    }

    private static Results results(Overrides overrides, int threads) {
        var read = READER.read(ARRIVALS, overrides);
        assertThat(read.problems()).isEmpty();
        return new Laboratory(VOCABULARY, threads, Progress.NONE).run(read.value().experiment(), "test");
    }

    private static Optional<Results.Metric> metric(Results results, String name) {
        return results.metrics().stream()
                .filter(metric -> metric.guest().equals("load") && metric.metric().equals(name))
                .findFirst();
    }

    private static Optional<String> words(Results results, String guest, String name) {
        return results.metrics().stream()
                .filter(metric -> metric.guest().equals(guest) && metric.metric().equals(name))
                .map(Results.Metric::text)
                .findFirst();
    }
}
