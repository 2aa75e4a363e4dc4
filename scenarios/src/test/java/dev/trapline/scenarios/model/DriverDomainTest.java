package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.platform.Limits;
import dev.trapline.result.Results;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Domain 0's settings as a scenario says them, and what its weight does to guests; what its vCPUs and its cores do is in the phenomena
 * c04-driver-domain-bottleneck and c04-pinning.
 */
class DriverDomainTest {
    private static final ScenarioReader READER = ScenarioReader.standard(Setup.VOCABULARY);
    private static final Path BUSY_GUESTS = Path.of("phenomena/c04-busy-guests.yaml");

    @TempDir
    Path folder;

    @Test
    void keyPathsReachItUnderTheNameOrTheLabelOfThePlatform() {
        List<PointSpec> points = read(
                "[xenserver-4.1, { extends: hyper-v-2008, as: h, driver-domain: { weight: 2 } }]",
                "platforms.xenserver-4.1.driver-domain.vcpus: [1, 2, per-core], platforms.h.driver-domain.pinned: [false]")
                .value().experiment().points();
        assertThat(points).extracting(point -> domain(point, 0).vcpus()).containsExactly(1, 2, 0);
        assertThat(points).extracting(point -> domain(point, 1).weight()).containsOnly(2.0);
        assertThat(points).extracting(point -> domain(point, 1).pinned()).containsOnly(false);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "wieght: 2 | :4:63: platforms.x.driver-domain: unknown key 'wieght' (did you mean 'weight'?)",
        "weight: 0 | :4:71: platforms.x.driver-domain.weight: must be between 0.001 and 1000, got '0'",
        "vcpus: 0 | :4:70: platforms.x.driver-domain.vcpus: expected a whole number such as '4' or 'per-core', got '0'",
        "pinned: maybe | :4:71: platforms.x.driver-domain.pinned: expected true or false, got 'maybe'"
    })
    void whatIsWrongIsSaidAtItsPlace(String settings, String problem) {
        Outcome<ScenarioFile> read = read("[{ extends: xenserver-4.1, as: x, driver-domain: { " + settings + " } }]", "");
        assertThat(read.problems().toString()).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "vcpus: 4, pinned: true | |",
        "vcpus: 3, pinned: true, first-core: 2 | | x allows cores 0 to 3, asked for core 4",
        "vcpus: per-core, pinned: true, first-core: 1 | | x allows cores 0 to 3, asked for core 4",
        "vcpus: 9, first-core: 2 | |",
        "weight: 4 | |",
        "weight: 4 | scheduler: { type: round-robin }, | x allows no weights, asked for some",
        "weight: 1 | scheduler: { type: round-robin }, |"
    })
    void itHasCoresThatThereAreAndAWeightThatTheSchedulerKnows(String settings, String more, String violation) {
        String scheduler = more == null ? "" : more;
        PointSpec point = read(
                "[{ extends: xenserver-4.1, as: x, title: x, " + scheduler + " driver-domain: { " + settings + " } }]", "")
                .value().experiment().points().get(0);
        PlatformSpec platform = point.platforms().get(0);
        List<String> sentences = Limits.check(point.machine(), platform, point.guests(), Setup.VOCABULARY).stream()
                .map(each -> each.sentence(platform))
                .toList();
        if (violation == null) {
            assertThat(sentences).isEmpty();
        } else {
            assertThat(sentences).hasSize(1);
            assertThat(sentences.get(0)).startsWith(violation);
        }
    }

    /** With a busy guest for each core Domain 0 uses more than its share; four times the weight halves everybody's latency. */
    @Test
    void weightForDomain0IsLatencyOfAllGuests() {
        Overrides shorter = Overrides.NONE
                .set("guests.busy.count", "4")
                .set("run.duration", "400 ms")
                .set("run.warm-up", "100 ms")
                .set("run.replications", "1");
        Results results = new Laboratory(Setup.VOCABULARY, 1, Progress.NONE)
                .run(READER.read(BUSY_GUESTS, shorter).value().experiment(), "test");
        List<Double> latencies = results.metrics().stream()
                .filter(metric -> metric.guest().equals("load") && metric.metric().equals("latency.mean"))
                .map(Results.Metric::mean)
                .toList();
        assertThat(latencies).hasSize(2);
        assertThat(latencies.get(1)).isLessThan(0.8 * latencies.get(0));
    }

    private static PlatformSpec.DriverDomainSpec domain(PointSpec point, int platform) {
        return point.platforms().get(platform).driverDomain().orElseThrow();
    }

    private Outcome<ScenarioFile> read(String platforms, String vary) {
        String text = """
                scenario: domain
                question: What is said of the driver domain?
                machine: dual-opteron-2008
                platforms: %s
                guests:
                  - { name: load, os: linux-2.6, memory: 256 MiB, workload: idle }
                vary: { %s }
                """.formatted(platforms, vary);
        try {
            return READER.read(Files.writeString(folder.resolve("domain.yaml"), text), Overrides.NONE);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
