package dev.trapline.scenarios.vary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioFile;
import dev.trapline.scenarios.SmallCatalogue;
import dev.trapline.scenarios.text.Outcome;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.spec.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be varied, and what is said of what cannot. */
class VaryTest {
    private static final String SMALL = "scenario: small\nmachine: small-machine\nplatforms: [native, split]\n"
            + "guests:\n  - { name: load, os: small-os, memory: 512 MiB, workload: batch }\n"
            + "  - { name: more, os: small-os, memory: 512 MiB, workload: batch }\nvary:\n";

    @TempDir
    Path folder;

    private Outcome<ScenarioFile> outcome(String vary, Overrides overrides) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), SMALL + vary + "\n");
        return SmallCatalogue.reader().read(file, overrides);
    }

    private Experiment experiment(String vary, Overrides overrides) throws IOException {
        Outcome<ScenarioFile> outcome = outcome(vary, overrides);
        assertThat(outcome.problems()).isEmpty();
        return outcome.value().experiment();
    }

    private Experiment experiment(String vary) throws IOException {
        return experiment(vary, Overrides.NONE);
    }

    private List<String> refused(String vary) throws IOException {
        String shown = folder.resolve("s.yaml").toString();
        return outcome(vary, Overrides.NONE).problems().stream()
                .map(Problem::toString)
                .map(problem -> problem.replace(shown, "s.yaml"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "guests.load.count: { from: 1, to: 10, step: 4 } | 1,5,9",
        "guests.load.count: { from: 2, to: 17, factor: 2 } | 2,4,8,16",
        "guests.load.count: { from: 1, to: 8, points: 5, scale: log } | 1,2,3,5,8",
        "guests.load.count: { from: 1, to: 3, points: 9 } | 1,2,3",
        "guests.load.count: { from: 1, to: 7, points: 3, scale: linear } | 1,4,7",
        "platforms.split.scheduler.tick: { from: 10 ms, to: 30 ms, step: 10 ms } | 10 ms,20 ms,30 ms",
        "platforms.split.scheduler.tick: { from: 500 us, to: 1.5 ms, step: 0.5 ms } | 500 us,1000 us,1500 us",
        "platforms.split.scheduler.tick: { from: 1 ms, to: 100 ms, points: 5, scale: log } | 1 ms,3.162 ms,10 ms,31.62 ms,100 ms",
        "platforms.split.scheduler.tick: { from: 1 ms, to: 2 ms, points: 4 } | 1 ms,1.3333 ms,1.6667 ms,2 ms",
        "guests.load.memory: { from: 128 MiB, to: 1 GiB, factor: 2 } | 128 MiB,256 MiB,512 MiB,1024 MiB",
        "guests.load.cpu.weight: { from: 0.5, to: 1.5, step: 0.5 } | 0.5,1,1.5",
        "guests.load.cpu.weight: { from: 1, to: 2, step: 0.5 } | 1,1.5,2",
        "guests.load.cpu.reserve: { from: 0 %, to: 50 %, points: 3 } | 0 %,25 %,50 %",
    })
    void rangesAreListsInShort(String vary, String values) throws IOException {
        Experiment experiment = experiment("  " + vary);
        assertThat(experiment.axes().values().iterator().next()).containsExactly(values.split(","));
        assertThat(experiment.points()).hasSize(values.split(",").length);
    }

    @Test
    void whatIsVariedIsWrittenOutInTheResolvedScenario() throws IOException {
        Experiment range = experiment("  guests.load.count: { from: 1, to: 4, factor: 2 }");
        Experiment list = experiment("  guests.load.count: [1, 2, 4]");
        assertThat(range.resolvedText()).isEqualTo(list.resolvedText());
        assertThat(range.scenarioHash()).isEqualTo(list.scenarioHash());
        Experiment cube = experiment("  latin-hypercube: { points: 5, over: { guests.load.cpu.weight: { from: 0.5, to: 2 },\n"
                + "      guests.more.count: { from: 1, to: 9 } } }");
        Outcome<ScenarioFile> again = SmallCatalogue.reader().readText(cube.resolvedText(), "resolved", folder);
        assertThat(again.problems()).isEmpty();
        assertThat(again.value().experiment()).isEqualTo(cube);
    }

    @Test
    void axesInStepGoTogetherAndAcrossTheOthers() throws IOException {
        Experiment experiment = experiment("  zipped: { guests.load.count: [1, 2, 4], guests.more.count: [3, 3, 5] }\n"
                + "  guests.load.vcpus: [1, 2]");
        assertThat(experiment.points()).extracting(point -> point.at().values().toString())
                .containsExactly("[1, 1, 3]", "[1, 2, 3]", "[1, 4, 5]", "[2, 1, 3]", "[2, 2, 3]", "[2, 4, 5]");
        assertThat(experiment.axes()).containsEntry("guests.more.count", List.of("3", "5"));
        assertThat(experiment.points().get(2).guests().get(1).count()).isEqualTo(5);
    }

    /** Of a sample each point differs from the others in all paths; paths in step that only rise have a shape. */
    @Test
    void aShapeNeedsPointsThatDifferInItsPathAlone() throws IOException {
        String rising = "\nexpect: [{ metric: load.throughput, shape: rising over guests.load.count }]";
        assertThat(refused("  latin-hypercube: { points: 5, over: { guests.load.cpu.weight: { from: 0.5, to: 2 },\n"
                        + "      guests.load.count: { from: 1, to: 9 } } }" + rising))
                .containsExactly("s.yaml:10:10: expect: no two points differ in guests.load.count alone, so that there is no shape"
                        + " over it");
        assertThat(refused("  guests.load.count: [3]" + rising)).hasSize(1);
        assertThat(refused("  zipped: { guests.load.count: [1, 2, 4], guests.more.count: [3, 3, 5] }" + rising)).isEmpty();
        assertThat(refused("  guests.load.count: [1, 2]\n  guests.load.vcpus: [1, 2]"
                        + "\nexpect: [{ metric: load.throughput, at: { guests.load.count: 1 },"
                        + " shape: rising over guests.load.count }]")).hasSize(1);
        assertThat(experiment("  guests.load.count: [1, 2]" + rising, Overrides.NONE.vary("guests.load.count", "2")).points())
                .hasSize(1);
    }

    @Test
    void severalGroupsMayGoInStep() throws IOException {
        Experiment experiment = experiment("  zipped:\n"
                + "    - { guests.load.count: { from: 1, to: 2, step: 1 }, guests.more.count: [3, 4] }\n"
                + "    - { guests.load.vcpus: [1, 2], guests.more.vcpus: [2, 1] }");
        assertThat(experiment.points()).extracting(point -> point.at().values().toString())
                .containsExactly("[1, 3, 1, 2]", "[1, 3, 2, 1]", "[2, 4, 1, 2]", "[2, 4, 2, 1]");
    }

    @Test
    void aLatinHypercubeTakesOneValueFromEachPartOfEachSpan() throws IOException {
        String cube = "  latin-hypercube: { points: 64, seed: 7, over: { guests.load.cpu.weight: { from: 1.0, to: 65.0 },\n"
                + "      platforms.split.scheduler.tick: { from: 1 ms, to: 1 s, scale: log },\n"
                + "      guests.more.count: { from: 1, to: 4 }, guests.load.vcpus: [1, 2] } }";
        Experiment experiment = experiment(cube);
        assertThat(experiment.points()).hasSize(64);
        TreeSet<Integer> linear = new TreeSet<>();
        TreeSet<Integer> log = new TreeSet<>();
        int[] counts = new int[5];
        experiment.points().forEach(point -> {
            linear.add((int) (point.guests().get(0).share().weight() - 1));
            double tick = point.platforms().get(1).scheduler().whole("tick") / 1e9;
            log.add((int) (Math.log(tick) / Math.log(1000) * 64));
            counts[point.guests().get(1).count()]++;
        });
        assertThat(linear).hasSize(64);
        assertThat(log).hasSize(64);
        assertThat(counts).containsExactly(0, 16, 16, 16, 16);
        assertThat(experiment.axes().get("guests.load.cpu.weight"))
                .isSortedAccordingTo((a, b) -> Double.compare(Double.parseDouble(a), Double.parseDouble(b)));
        assertThat(experiment(cube).points()).isEqualTo(experiment.points());
        assertThat(experiment(cube.replace("seed: 7", "seed: 8")).points()).isNotEqualTo(experiment.points());
    }

    @Test
    void pointsOfASampleThatCoincideAreRunOnce() throws IOException {
        String cube = "  latin-hypercube: { points: 20, over: { guests.load.count: { from: 1, to: 3 } } }";
        assertThat(experiment(cube).points()).hasSize(3);
        assertThat(outcome(cube, Overrides.NONE).warnings()).extracting(Problem::text).containsExactly(
                "of 20 points only 3 differ, and each is run once; whole numbers and lists have few values");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "guests.load.count: { from: 1, to: 4 } | s.yaml:8:22: vary.guests.load.count: a range needs exactly one of step, factor or points",
        "guests.load.count: { from: 1, to: 4, step: 1, points: 2 } | got step and points",
        "guests.load.count: { from: 1, to: 4, step: 1, scale: log } | 'scale' says how 'points' are spread",
        "guests.load.count: { from: 1, step: 1 } | missing key 'to'",
        "guests.load.count: { from: 1, to: 4, stp: 1 } | unknown key 'stp' (did you mean 'step'?)",
        "guests.load.count: { from: 4, to: 1, step: 1 } | s.yaml:8:37: vary.guests.load.count: 'to' must be above 'from', got '4' to '1'",
        "guests.load.count: { from: 1, to: 4, step: 0 } | s.yaml:8:46: vary.guests.load.count: 'step' must be above 0, got '0'",
        "guests.load.count: { from: 1, to: 4, step: -1 } | 'step' must be above 0",
        "guests.load.count: { from: 1, to: 4, factor: 1 } | must be between 1.000001 and",
        "guests.load.count: { from: 0, to: 4, points: 3, scale: log } | s.yaml:8:30: vary.guests.load.count: equal factors begin above 0",
        "guests.load.count: { from: 0, to: 4, factor: 2 } | equal factors begin above 0",
        "guests.load.count: { from: 1, to: 4, points: 1 } | must be between 2 and 10000",
        "guests.load.count: { from: 1, to: 4 ms, points: 3 } | expected a number such as '1.5'",
        "guests.load.memory: { from: 1 MiB, to: 4 ms, points: 3 } | s.yaml:8:42: vary.guests.load.memory: expected a size such as '512 MiB'",
        "guests.load.memory: { from: 1 MiB, to: 4 MiB, step: 1 } | a unit is due: expected a size",
        "guests.load.memory: { from: few, to: many, points: 3 } | expected a number, with or without a unit",
        "guests.load.memory: { from: 1 ms, to: 2 ms, points: 3 } | guests.load.memory: expected a size such as '512 MiB'",
        "guests.load.cpu.weight: { from: 0.1, to: 4.0, step: 0.0001 } | s.yaml:8:55: vary.guests.load.cpu.weight: must give at most 10,000 values",
        "guests.load.count: { from: 0, to: 4, step: 1 } | must be between 1 and 10000",
        "zipped: { guests.load.count: [1, 2], guests.more.count: [1, 2, 3] } | s.yaml:8:40: vary.zipped: axes in step must have equally many values, got 3 of 'guests.more.count' and 2 of 'guests.load.count'",
        "zipped: { guests.load.count: [1, 1], guests.more.count: [2, 2] } | points must differ, got 1, 2 twice",
        "zipped: {} | needs at least one path",
        "zipped: [1] | expected a mapping",
        "zipped: { guests.load.cuont: [1] } | s.yaml:8:13: unknown path 'guests.load.cuont'",
        "zipped: { guests.load.count: [] } | needs at least one value",
        "zipped: { run.seed: [1] } | can vary the machine",
        "latin-hypercube: { points: 3 } | missing key 'over'",
        "latin-hypercube: { over: { guests.load.count: { from: 1, to: 2 } } } | missing key 'points'",
        "latin-hypercube: { points: 3, over: {} } | needs at least one path",
        "latin-hypercube: { points: 3, over: { guests.load.count: { from: 1, to: 2, step: 1 } } } | unknown key 'step'",
        "latin-hypercube: { points: 3, over: { guests.load.count: [] } } | needs at least one value",
        "latin-hypercube: { points: 3, over: { run.seed: { from: 1, to: 2 } } } | can vary the machine",
        "latin-hypercube: { points: 0, over: { guests.load.count: { from: 1, to: 2 } } } | must be between 1 and 10000",
    })
    void badShapesAreRefusedAtTheirPlace(String vary, String problem) throws IOException {
        assertThat(refused("  " + vary)).anyMatch(found -> found.contains(problem));
    }

    @Test
    void aPathIsVariedOnce() throws IOException {
        assertThat(refused("  guests.load.count: [1, 2]\n  zipped: { guests.load.count: [1, 2] }")).containsExactly(
                "s.yaml:9:13: vary: 'guests.load.count' is varied twice, here and at s.yaml:8:3");
    }

    @Test
    void theCommandLineTakesTheSameForms() throws IOException {
        String file = "  guests.load.count: [1, 2]\n  zipped: { guests.more.count: [1, 2], guests.more.vcpus: [2, 1] }";
        assertThat(experiment(file, Overrides.NONE.vary("guests.load.count", "{ from: 1, to: 8, factor: 2 }")).axes())
                .containsEntry("guests.load.count", List.of("1", "2", "4", "8"));
        assertThat(experiment(file, Overrides.NONE.vary("zipped", "{ guests.load.count: [1, 2, 3], guests.load.vcpus: [3, 2, 1] }"))
                .axes()).isEqualTo(Map.of("guests.load.count", List.of("1", "2", "3"), "guests.load.vcpus", List.of("3", "2", "1")));
        assertThat(experiment(file, Overrides.NONE.vary("guests.more.count", "5,6").set("guests.load.count", "1")).points())
                .extracting(point -> point.at().values().toString())
                .containsExactly("[5, 2]", "[5, 1]", "[6, 2]", "[6, 1]");
        assertThat(experiment(file, Overrides.NONE.vary("latin-hypercube",
                "{ points: 5, over: { guests.load.cpu.weight: { from: 1, to: 9 }, guests.load.count: { from: 1, to: 9 } } }")).points())
                .hasSize(10);
        assertThat(outcome(file, Overrides.NONE.vary("guests.load.count", "{ from: 4, to: 1, step: 1 }")).problems())
                .extracting(Problem::toString)
                .containsExactly("--vary guests.load.count: vary.guests.load.count: 'to' must be above 'from', got '4' to '1'");
    }
}
