package dev.trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Time;
import dev.trapline.platform.Limits;
import dev.trapline.platform.Vocabulary;
import dev.trapline.reports.TraceFile;
import dev.trapline.run.Recording;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * In every scenario of the gallery, for every platform and variant that supports it, at the first and the last point: a timeline is
 * as the format says, its slices nest, none is negative, each arrow has both ends, and cores and requests are in it.
 */
final class TraceGalleryTest {
    private static final Path GALLERY = Path.of(System.getProperty("trapline.root"), "scenarios/gallery");
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final ScenarioReader READER = ScenarioReader.standard(VOCABULARY);
    private static final long FROM = 20 * Time.PICOS_PER_MILLI;
    private static final long LENGTH = 5 * Time.PICOS_PER_MILLI;
    private static final long LIMIT = 200_000_000;

    @TempDir
    private static Path folder;

    @TestFactory
    Stream<DynamicTest> everyTimelineIsWellFormed() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> found = Files.list(GALLERY)) {
            for (Path file : found.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
                Experiment experiment = READER.read(file.toString(), Overrides.NONE).value().experiment();
                List<PointSpec> points = experiment.points();
                for (PointSpec point : Stream.of(points.get(0), points.get(points.size() - 1)).distinct().toList()) {
                    for (PlatformSpec platform : point.platforms()) {
                        String name = experiment.name() + " " + point.at() + " " + platform.fullName();
                        tests.add(DynamicTest.dynamicTest(name, () -> assertWellFormed(experiment, point, platform)));
                    }
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(50);
        return tests.stream();
    }

    private static void assertWellFormed(Experiment experiment, PointSpec point, PlatformSpec platform) throws IOException {
        boolean refused = Limits.check(point, platform, VOCABULARY).stream()
                .anyMatch(it -> !it.violation().weight().runs(experiment.ignoreLimits()));
        if (refused) {
            return;
        }
        Path file = folder.resolve("trace.json");
        try (TraceFile trace = TraceFile.at(file, LIMIT, Map.of("scenario", experiment.name()))) {
            new Recording(point, platform, experiment.settings(), VOCABULARY).takeDown(FROM, FROM + LENGTH, trace);
            trace.finish();
        }
        TraceEvents events = TraceEvents.of(file);
        assertThat(events.groups()).contains("requests").anyMatch(it -> it.endsWith("cores"));
        assertThat(events.tracks()).contains("core 0");
        assertThat(events.first()).isEqualTo(FROM / 1e6);
        assertThat(events.last()).isLessThanOrEqualTo((FROM + LENGTH) / 1e6);
    }
}
