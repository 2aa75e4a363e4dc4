package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.platform.Vocabulary;
import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.CoreTime;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Explanation;
import dev.trapline.result.Results;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * In every scenario of the gallery, for all platforms and kinds of request: what explains a difference adds up to it, the
 * parts of a request to its mean, busy and idle time to all cores, and what is shown over time to the figures of the whole.
 */
final class GallerySumsTest {
    private static final Path GALLERY = Path.of(System.getProperty("trapline.root"), "scenarios/gallery");
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final ScenarioReader READER = ScenarioReader.standard(VOCABULARY);
    private static final long DURATION_PICOS = 100_000_000_000L;
    private static final double ROUNDING = 1e-9;
    /** Series are held in tenths of a percent. */
    private static final double TENTH = 0.06;

    @TestFactory
    Stream<DynamicTest> everythingAddsUp() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(GALLERY)) {
            files = found.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
        return files.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertAddsUp(file)));
    }

    private static void assertAddsUp(Path file) {
        Digest digest = Digest.of(results(file));
        int latencies = 0;
        for (Results.Point point : digest.results().points()) {
            for (Explanation it : Explanation.of(digest, point.index())) {
                assertThat(it.addsUp()).as("%s: %s against %s", it.contender().name(), it.sum(), it.difference()).isTrue();
            }
            for (Contender contender : digest.contenders().all()) {
                for (String guest : digest.guests()) {
                    latencies += assertRequestAddsUp(digest, contender, guest, point.index());
                }
                digest.hosts().forEach(host -> assertCoresAddUp(digest, contender, point.index(), host));
            }
        }
        boolean hasRequests = digest.results().metrics().stream().anyMatch(it -> it.metric().equals("latency.mean"));
        assertThat(latencies > 0).isEqualTo(hasRequests);
    }

    private static int assertRequestAddsUp(Digest digest, Contender contender, String guest, int point) {
        List<Results.LedgerRow> parts = digest.results().ledgers().stream()
                .filter(row -> row.ledger().equals("latency") && row.guest().equals(guest) && row.point() == point)
                .filter(row -> contender.owns(row.platform(), row.variant()))
                .toList();
        if (parts.isEmpty()) {
            return 0;
        }
        double mean = digest.metric(contender, point, guest, "latency.mean").orElseThrow().mean();
        double sum = parts.stream().mapToDouble(Results.LedgerRow::value).sum();
        assertThat(sum).as("%s of %s", guest, contender.name()).isCloseTo(mean, within(ROUNDING * mean));
        return 1;
    }

    /** A host's busy time is that of a whole number of cores, and where there is but one host its series tell the same. */
    private static void assertCoresAddUp(Digest digest, Contender contender, int point, String host) {
        String utilization = Digest.nameOnHost(host, "core.utilization");
        if (digest.metric(contender, point, "", utilization).filter(it -> it.mean() > 0).isEmpty()) {
            return;
        }
        CoreTime time = CoreTime.of(digest, contender, point, host).orElseThrow();
        assertThat(time.busyMillis() + time.idleMillis()).isCloseTo(1000.0 * time.cores(), within(1e-6));
        List<Results.Series> cores = digest.results().series().stream()
                .filter(it -> it.point() == point && contender.owns(it.platform(), it.variant()))
                .filter(it -> digest.hosts().size() == 1 && it.name().startsWith("core "))
                .toList();
        if (!cores.isEmpty()) {
            assertThat(cores).as(contender.name()).hasSize(time.cores());
            double mean = cores.stream()
                    .mapToDouble(it -> it.values().stream().mapToDouble(value -> value).average().orElseThrow())
                    .average()
                    .orElseThrow();
            double whole = digest.metric(contender, point, "", utilization).orElseThrow().mean();
            assertThat(mean).as(contender.name()).isCloseTo(whole, within(TENTH));
        }
    }

    /** One short replication of the first and the last point. */
    private static Results results(Path file) {
        var read = READER.read(file.toString(), Overrides.NONE);
        assertThat(read.problems()).isEmpty();
        Experiment whole = read.value().experiment();
        RunSettings asked = whole.settings();
        RunSettings brief = new RunSettings(
                asked.seed(),
                Math.min(asked.durationPicos(), DURATION_PICOS),
                Math.min(asked.warmUpPicos(), DURATION_PICOS),
                1,
                asked.confidence(),
                true,
                0);
        List<PointSpec> points = new ArrayList<>();
        for (int i = 0; i < whole.points().size(); i++) {
            if (i == 0 || i == whole.points().size() - 1) {
                points.add(whole.points().get(i));
            }
        }
        Experiment cut = new Experiment(
                whole.name(),
                whole.question(),
                points,
                whole.axes(),
                brief,
                whole.sources(),
                whole.scenarioHash(),
                whole.catalogueHash(),
                whole.resolvedText(),
                whole.ignoreLimits());
        return new Laboratory(VOCABULARY, 2, Progress.NONE).run(cut, "test");
    }
}
