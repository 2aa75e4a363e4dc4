package dev.trapline.benchmarks.fingerprints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Vocabulary;
import dev.trapline.result.Results;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hash of results changes with the last bit of any figure, and with nothing that is none. */
final class SeenTest {
    private static final String SCENARIO = String.join(
            "\n",
            "scenario: small",
            "question: What is hashed?",
            "machine: test-server-2008",
            "platforms: [native, esx-3.5]",
            "guests:",
            "  - { name: load, vcpus: 1, os: windows-server-2003-sp2, memory: 512 MiB,",
            "      workload: { extends: web-dynamic, as: pages, clients: 4 } }",
            "run: { seed: 42, duration: 200 ms, warm-up: 50 ms, replications: 2 }",
            "");

    private static Results run(String text) {
        Vocabulary vocabulary = Vocabulary.standard();
        Experiment experiment =
                ScenarioReader.standard(vocabulary).readText(text, "small", Path.of("")).value().experiment();
        return new Laboratory(vocabulary, 1, Progress.NONE).run(experiment, "test");
    }

    @Test
    void figuresAreHashedToTheLastBitAndSentencesAreNot() {
        Results results = run(SCENARIO);
        String hash = Seen.hash(results);
        assertThat(hash).hasSize(16).isEqualTo(Seen.hash(run(SCENARIO)));
        assertThat(Seen.hash(run(SCENARIO.replace("What is", "What else is")))).isEqualTo(hash);
        assertThat(Seen.hash(run(SCENARIO.replace("seed: 42", "seed: 43")))).isNotEqualTo(hash);

        List<Results.Metric> metrics = new ArrayList<>(results.metrics());
        Results.Metric last = metrics.get(metrics.size() - 1);
        metrics.set(metrics.size() - 1, withMean(last, Math.nextUp(last.mean())));
        assertThat(Seen.hash(with(results, metrics))).isNotEqualTo(hash);
    }

    private static Results.Metric withMean(Results.Metric metric, double mean) {
        return new Results.Metric(
                metric.platform(), metric.variant(), metric.point(), metric.guest(), metric.request(), metric.metric(),
                metric.unit(), mean, metric.low(), metric.high(), metric.hasInterval(), metric.confidence(),
                metric.replications(), metric.text());
    }

    private static Results with(Results old, List<Results.Metric> metrics) {
        return new Results(
                old.formatVersion(), old.scenario(), old.question(), old.version(), old.scenarioHash(), old.catalogueHash(),
                old.resolvedScenario(), old.settings(), old.axes(), old.platforms(), old.points(), metrics, old.differences(),
                old.percentiles(), old.series(), old.ledgers(), old.verdicts(), old.survivals(), old.limits(), old.assumptions(),
                old.sources(), old.unsupported(), old.expectations(), old.warnings(), old.fingerprints(), old.ranks(),
                old.drawRanges(), old.samples(), old.bounds(), old.steps());
    }
}
