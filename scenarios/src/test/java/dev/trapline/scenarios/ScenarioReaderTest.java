package dev.trapline.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.trapline.scenarios.text.Outcome;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    private static final String SMALL = "scenario: small\nmachine: small-machine\nplatforms: [native, split]\n"
            + "guests:\n  - { name: load, os: small-os, memory: 512 MiB, workload: batch }\n";

    private static final String OBJECTIVE = "objective: { largest: tiles, while: [{ metric: load.latency.p95, at-most: 1500 ms }], "
            + "between: [2, 4] }\n";

    @TempDir
    Path folder;

    private Outcome<ScenarioFile> outcome(String text, Overrides overrides) {
        return SmallCatalogue.reader().read(file("s.yaml", text), overrides);
    }

    private Path file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private Experiment experiment(String text, Overrides overrides) {
        Outcome<ScenarioFile> outcome = outcome(text, overrides);
        assertThat(outcome.problems()).isEmpty();
        return outcome.value().experiment();
    }

    private Experiment experiment(String text) {
        return experiment(text, Overrides.NONE);
    }

    private List<String> refused(String text) {
        return refused(text, Overrides.NONE);
    }

    private List<String> refused(String text, Overrides overrides) {
        Outcome<ScenarioFile> outcome = Soon.done(() -> outcome(text, overrides));
        assertThat(outcome.failed()).isTrue();
        return outcome.problems().stream().map(Problem::toString).map(found -> found.replace(folder + "/", "")).toList();
    }

    @Test
    void aGalleryScenarioIsReadByItsName() {
        Outcome<ScenarioFile> outcome = SmallCatalogue.reader().read("small-comparison", Overrides.NONE);
        assertThat(outcome.problems()).isEmpty();
        Experiment experiment = outcome.value().experiment();
        assertThat(experiment.name()).isEqualTo("small-comparison");
        assertThat(experiment.axes()).isEqualTo(Map.of(
                "guests.load.workload", List.of("batch", "web"), "guests.load.count", List.of("1", "2", "4")));
        assertThat(experiment.points()).hasSize(6);
        PointSpec last = experiment.points().get(5);
        assertThat(last.at()).isEqualTo(Map.of("guests.load.workload", "web", "guests.load.count", "4"));
        assertThat(last.guests().get(0).count()).isEqualTo(4);
        assertThat(last.guests().get(0).workload().name()).isEqualTo("web");
        assertThat(last.platforms()).extracting(PlatformSpec::fullName)
                .containsExactly("native", "split", "hosted (slow)", "hosted (fast)");
        assertThat(experiment.settings().seed()).isEqualTo(7);
        assertThat(experiment.settings().durationPicos()).isEqualTo(10_000_000_000_000L);
        assertThat(outcome.value().expectations().size()).isEqualTo(3);
    }

    @Test
    void theLastVariedPathMovesFastest() {
        List<PointSpec> points = SmallCatalogue.reader().read("small-comparison", Overrides.NONE).value().experiment().points();
        assertThat(points.get(1).at().values()).containsExactly("batch", "2");
        assertThat(points.get(3).at().values()).containsExactly("web", "1");
    }

    @Test
    void defaultsAreFilledAndShownInTheResolvedText() {
        Experiment experiment = experiment(SMALL);
        assertThat(experiment.points()).hasSize(1);
        assertThat(experiment.points().get(0).guests().get(0).share().isCapped()).isFalse();
        assertThat(experiment.settings().confidence()).isEqualTo(0.95);
        assertThat(experiment.resolvedText())
                .contains("run: { seed: 42, duration: 20 s, warm-up: 5 s, replications: 5, confidence: 95 %, draws: 0 }\n")
                .contains("platforms: [native, split]\n");
    }

    @Test
    void theResolvedTextIsAScenarioThatResolvesToItself() {
        Experiment once = SmallCatalogue.reader().read("small-comparison", Overrides.NONE).value().experiment();
        Experiment twice = experiment(once.resolvedText());
        assertThat(twice.resolvedText()).isEqualTo(once.resolvedText());
        assertThat(twice.scenarioHash()).isEqualTo(once.scenarioHash());
        assertThat(twice.catalogueHash()).isEqualTo(once.catalogueHash());
    }

    @Test
    void hashesDependOnMeaningAlone() {
        Experiment plain = experiment(SMALL);
        Experiment spaced = experiment("# a comment\n"
                + SMALL.replace("512 MiB", "0.5 GiB").replace("[native, split]", "\n  - native\n  - split"));
        Experiment other = experiment(SMALL.replace("512 MiB", "513 MiB"));
        assertThat(spaced.scenarioHash()).isEqualTo(plain.scenarioHash()).hasSize(64);
        assertThat(other.scenarioHash()).isNotEqualTo(plain.scenarioHash());
        assertThat(other.catalogueHash()).isEqualTo(plain.catalogueHash());
        assertThat(experiment(SMALL.replace(", split", "")).catalogueHash()).isNotEqualTo(plain.catalogueHash());
    }

    @Test
    void pathsLeadThroughReferencesIntoTheirEntries() {
        Experiment experiment = experiment(SMALL + "vary:\n  machine.cores-per-socket: [2, 8]\n"
                + "  platforms.split.driver-domain.vcpus: [per-core, 1]\n  guests.load.workload.clients: [3]\n"
                + "  machine.cpu.tagged-tlb: [true]\n");
        PointSpec last = experiment.points().get(3);
        assertThat(last.machine().cores()).isEqualTo(8);
        assertThat(last.machine().cpu().taggedTlb()).isTrue();
        assertThat(last.machine().name()).isEqualTo("small-machine");
        assertThat(last.platforms().get(1).driverDomain().orElseThrow().vcpus()).isEqualTo(1);
        assertThat(experiment.points().get(2).platforms().get(1).driverDomain().orElseThrow().vcpus()).isZero();
        assertThat(last.guests().get(0).workload().values().whole("clients")).isEqualTo(3);
        assertThat(last.platforms().get(0))
                .as("untouched entries are shared")
                .isSameAs(experiment.points().get(0).platforms().get(0));
    }

    @Test
    void aReferenceIsVariedBeforeWhatLiesInIt() {
        Experiment experiment = experiment(SMALL + "vary: { guests.load.workload.clients: [3], guests.load.workload: [batch, web] }\n");
        assertThat(experiment.points().get(1).guests().get(0).workload().title()).isEqualTo("Web requests");
        assertThat(experiment.points().get(1).guests().get(0).workload().values().whole("clients")).isEqualTo(3);
    }

    @Test
    void entriesAreChangedInPlaceUnderALabel() {
        Experiment experiment = experiment(SMALL.replace("[native, split]", "[native, split, "
                + "{ extends: split, as: tuned, scheduler: { tick: 1 ms }, costs: { signal: { value: 1 cycles } } }]"));
        PlatformSpec tuned = experiment.points().get(0).platforms().get(2);
        assertThat(tuned.label()).isEqualTo("tuned");
        assertThat(tuned.scheduler().whole("tick")).isEqualTo(1_000_000_000L);
        assertThat(tuned.costs().find("signal").orElseThrow().identity()).isEqualTo("split/signal");
        assertThat(experiment.resolvedText()).contains("as: tuned");
    }

    @Test
    void sharesAreInPercentOfAVcpu() {
        String shares = "workload: batch, cpu: { weight: 2, reserve: 10 %, cap: 50 % }";
        Experiment experiment = experiment(SMALL.replace("workload: batch", shares));
        assertThat(experiment.points().get(0).guests().get(0).share().cap()).isEqualTo(0.5);
        assertThat(experiment.points().get(0).guests().get(0).share().reserve()).isEqualTo(0.1);
    }

    @Test
    void theCommandLineChangesWhatTheFileSays() {
        Overrides overrides = Overrides.NONE
                .set("guests.load.count", "3").set("machine", "large-machine").set("run.duration", "100 s")
                .vary("guests.load.vcpus", "1, 2").only("split").seed(9).draws(20).quickly();
        Experiment experiment = experiment(SMALL + "vary: { guests.load.count: [1, 2] }\n", overrides);
        assertThat(experiment.axes()).isEqualTo(Map.of("guests.load.vcpus", List.of("1", "2")));
        assertThat(experiment.points().get(1).guests().get(0).count()).isEqualTo(3);
        assertThat(experiment.points().get(1).machine().sockets()).isEqualTo(4);
        assertThat(experiment.points().get(1).platforms()).extracting(PlatformSpec::label).containsExactly("split");
        assertThat(experiment.settings().seed()).isEqualTo(9);
        assertThat(experiment.settings().draws()).isEqualTo(20);
        assertThat(experiment.settings().quick()).isTrue();
        assertThat(experiment.settings().replications()).isEqualTo(3);
        assertThat(experiment.settings().durationPicos()).isEqualTo(20_000_000_000_000L);
        assertThat(experiment.resolvedText()).contains("duration: 20 s, warm-up: 1 s, replications: 3");
    }

    @Test
    void problemsOnTheCommandLineNameTheOption() {
        assertThat(refused(SMALL, Overrides.NONE.set("guests.load.cuont", "3"))).containsExactly(
                "--set guests.load.cuont: unknown path 'guests.load.cuont': there is no 'cuont' in guests.load (did you mean 'count'?)");
        assertThat(refused(SMALL, Overrides.NONE.set("guests.load.count", "three"))).containsExactly(
                "--set guests.load.count: expected a whole number such as '4', got 'three'");
        assertThat(refused(SMALL, Overrides.NONE.only("splt"))).containsExactly(
                "--platform: platforms.splt: unknown platform 'splt' (did you mean 'split'?)");
        assertThat(refused(SMALL, Overrides.NONE.set("machine", "[")).get(0)).startsWith("--set machine: is not YAML");
        assertThat(refused(SMALL, Overrides.NONE.vary("guests.load.count", "1,x"))).hasSize(1);
    }

    @Test
    void anExpectationThatTheCommandLineTookTheSubjectFromIsAWarning() {
        String text = SMALL + "expect: [{ metric: load.throughput, order: [split < native] }]\n";
        assertThat(experiment(text)).isNotNull();
        Outcome<ScenarioFile> outcome = outcome(text, Overrides.NONE.only("native"));
        assertThat(outcome.failed()).isFalse();
        assertThat(outcome.warnings()).hasSize(1);
        assertThat(outcome.value().expectations().size()).isZero();
    }

    @Test
    void anObjectiveIsAnAxisOfItsOwn() {
        Experiment experiment = experiment(SMALL + "tiles: 2\nvary: { guests.load.count: [1, 3] }\n" + OBJECTIVE);
        assertThat(experiment.axes()).isEqualTo(Map.of("guests.load.count", List.of("1", "3"), "tiles", List.of("2", "3", "4")));
        assertThat(experiment.points()).extracting(point -> point.guests().get(0).count()).containsExactly(2, 3, 4, 6, 9, 12);
        assertThat(experiment.objective().orElseThrow().constraints().get(0).bound()).isEqualTo(1500.0);
        assertThat(experiment(experiment.resolvedText()).objective()).isEqualTo(experiment.objective());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "largest: tiles; largest: tilse; can vary the machine, hosts, the network, platforms, guests and tiles, got 'tilse'",
        "largest: tiles; largest: guests.lod.count; there is no 'lod' in guests (did you mean 'load'?)",
        "largest: tiles; largest: guests.load.memory; a unit is due",
        "between: [2, 4]; between: [4, 2]; needs the least and the most, in this order, such as [1, 64]",
        "between: [2, 4]; between: [1, 90000]; must hold at most 10,000 values, got 90000",
        "load.latency.p95; load.latency.p96; must be latency.mean, latency.p50",
        "load.latency.p95; lod.latency.p95; or GROUP.METRIC of load, got 'lod.latency.p95'",
        "1500 ms; 15 %; latency.p95 is measured in ms, got '15 %'",
        "at-most: 1500 ms; at-most: 1 s, at-least: 1 s; needs either 'at-most' or 'at-least'",
    })
    void anObjectiveIsRefusedAtItsPlace(String right, String wrong, String said) {
        assertThat(refused(SMALL + OBJECTIVE.replace(right, wrong))).anySatisfy(problem ->
                assertThat(problem).contains("s.yaml:6:").contains(said));
    }

    @Test
    void anObjectiveStandsBesideNeitherAPrecisionNorItsPathInVary() {
        assertThat(refused(SMALL + OBJECTIVE + "run: { precision: { relative: 5 % } }\n")).anyMatch(it -> it.contains("no 'precision'"));
        assertThat(refused(SMALL + OBJECTIVE + "vary: { tiles: [1, 2] }\n")).anyMatch(it -> it.contains("is varied as well"));
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        assertThat(refused("scenario: s\nmachine: small-machin\nplatforms: [native, batch, splt]\nobjective: faster\n"
                        + "guests:\n  - { name: load, os: small-os, memory: 512, workload: { extends: batch, clients: none, tpyo: 1 } }\n"
                        + "  - { name: more, os: small-os, memroy: 1 GiB, workload: web, on: host-2 }\n"
                        + "run: { precision: { relative: 5 %, min: 9, max: 8 }, duration: 20 sec }\nlimits: ignored\n"
                        + "expect:\n  - { metric: load.throughput, value: 3 /s }\n"))
                .containsExactly(
                        "s.yaml:2:10: machine: unknown machine 'small-machin' (did you mean 'small-machine'?)",
                        "s.yaml:3:21: platforms.batch: 'batch' is a workload, but a platform is due",
                        "s.yaml:3:28: platforms.splt: unknown platform 'splt' (did you mean 'split'?)",
                        "s.yaml:4:12: objective: expected a mapping, got 'faster'",
                        "s.yaml:6:41: guests.load.memory: a unit is due: expected a size such as '512 MiB', got '512'",
                        "s.yaml:6:83: guests.load.workload.clients: expected a whole number such as '4', got 'none'",
                        "s.yaml:6:89: guests.load.workload: unknown key 'tpyo'; known are kind, workload, title, clients, demand, think, mixes",
                        "s.yaml:7:5: guests.more: missing key 'memory': Memory of each.",
                        "s.yaml:7:33: guests.more: unknown key 'memroy' (did you mean 'memory'?)",
                        "s.yaml:8:19: run.precision: a precision needs a part above 0, a metric, and 2 <= min <= max, got 0.05,"
                                + " [throughput, latency.mean], 9 and 8",
                        "s.yaml:8:64: run.duration: unknown unit 'sec', expected a time such as '30 ms', got '20 sec'",
                        "s.yaml:9:9: limits: must be check or ignore, got 'ignored' (did you mean 'ignore'?)",
                        "s.yaml:11:5: expect[1]: a 'value' needs 'within', such as '10 %' or '6 points'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "guests.lod.count: [1]; there is no 'lod' in guests (did you mean 'load'?)",
        "guests.load.vcpu: [1]; (did you mean 'vcpus'?)",
        "guets.load.count: [1]; can vary the machine, hosts, the network, platforms, guests and tiles",
        "run.seed: [1]; can vary the machine, hosts, the network, platforms, guests and tiles",
        "platforms.xen.year: [1]; there is no 'xen' in platforms; known are native, split",
        "platforms.split.costs.sgnal.value: [1 cycles]; (did you mean 'signal'?)",
        "guests.load.workload.clints: [1]; (did you mean 'clients'?)",
        "guests.load.count.x: [1]; there is no 'x' in guests.load.count",
        "guests..count: [1]; there is no ''",
        "'guests.load.': [1]; there is no ''",
        "'guests. load': [1]; there is no ' load'",
        "'guests.load.\u001b[2J': [1]; there is no '\\u001b[2J'",
        "guests.load.count: [1, 1]; values must differ",
        "guests.load.count: []; needs at least one value",
        "guests.load.count: 3; expected a list",
        "guests.load.count: [0]; must be between 1 and 10000",
        "guests.load.count: [[1]]; expected text",
        "machine: [small-machine, native]; 'native' is a platform, but a machine is due",
        "'': [1]; can vary the machine, hosts, the network, platforms, guests and tiles"
    })
    void wrongPathsAndValuesAreRefused(String vary, String problem) {
        String quoted = vary.contains("\u001b") ? vary.replace("'guests.load.\u001b[2J'", "\"guests.load.\\e[2J\"") : vary;
        assertThat(refused(SMALL + "vary: { " + quoted + " }\n")).anyMatch(found -> found.contains(problem));
    }

    private static String upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).collect(Collectors.joining(", ", "[", "]"));
    }

    @Test
    void aGridIsBounded() {
        String values = upTo(101);
        assertThat(refused(SMALL + "vary: { guests.load.count: " + values + ", guests.load.vcpus: " + values + " }\n"))
                .containsExactly("s.yaml:6:7: vary: must give at most 10,000 points, got 10201");
    }

    @Test
    void theLargestGridIsReadInSeconds() {
        String values = upTo(100);
        String text = SMALL + "vary:\n  platforms.split.driver-domain.vcpus: " + values + "\n  guests.load.count: " + values + "\n";
        Experiment experiment = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> experiment(text));
        assertThat(experiment.points()).hasSize(10_000);
    }

    @Test
    void expectationsNameWhatTheScenarioHas() {
        assertThat(refused(SMALL + "expect:\n"
                        + "  - { metric: lod.throughput, at-least: 1 /s }\n"
                        + "  - { metric: load.throughput, order: [split < natve] }\n"
                        + "  - { metric: load.throughput, shape: rising over guests.load.count }\n"
                        + "  - { metric: load.throughput, at: { platform: xen }, at-most: 1 /s }\n"))
                .containsExactly(
                        "s.yaml:7:5: expect: no guest group of this scenario is 'lod' (did you mean 'load'?)",
                        "s.yaml:8:5: expect: no platform of this scenario is 'natve' (did you mean 'native'?)",
                        "s.yaml:9:5: expect: no varied path of this scenario is 'guests.load.count'",
                        "s.yaml:10:5: expect: no platform of this scenario is 'xen'; there is native, split");
    }

    @Test
    void costsMustExistWhereTheyArePaid() throws IOException {
        Path platforms = Path.of("src/test/resources/small/catalogue/platforms");
        file("split.yaml", Files.readString(platforms.resolve("split.yaml"))
                .replace("cost: send", "cost: sned")
                .replace("at: hypervisor, ", "at: driver-domain, ")
                .replace("cost: signal", "cost: send"));
        file("native.yaml", Files.readString(platforms.resolve("native.yaml")).replace("at: guest-kernel", "at: host-kernel"));
        assertThat(refused(SMALL)).containsExactly(
                "native.yaml:10:55: native: no cost is called 'send' at host-kernel for 'load':"
                        + " neither the platform nor its operating system there nor the CPU has it",
                "split.yaml:17:53: split: no cost is called 'sned' at guest-kernel for 'load':"
                        + " neither the platform nor its operating system there nor the CPU has it (did you mean 'send'?)");
    }

    @Test
    void platformsNeedDifferentLabels() {
        assertThat(refused(SMALL.replace("[native, split]", "[split, { extends: split }]")).get(0))
                .contains("names must differ, got 'split' twice");
    }

    @Test
    void includesAreMergedFromBelowTheFolder() {
        file("parts/run.yaml", "run: { seed: 5 }\ninclude: [more/guests.yaml]\n");
        file("parts/more/guests.yaml", "run: { replications: 2 }\nvary: { guests.load.count: [1, 2] }\n");
        Experiment experiment = experiment("include: [parts/run.yaml]\n" + SMALL + "run: { duration: 1 s }\n");
        assertThat(experiment.settings().seed()).isEqualTo(5);
        assertThat(experiment.settings().replications()).isEqualTo(2);
        assertThat(experiment.points()).hasSize(2);
    }

    @Test
    void aClashOfIncludesShowsBothPlaces() {
        file("run.yaml", "run: { seed: 5 }\nquestion: Why?\n");
        assertThat(refused("include: [run.yaml]\n" + SMALL + "run: { seed: 6 }\n").get(0))
                .isEqualTo("run.yaml:1:8: run.seed: is set in two files, here and at s.yaml:7:8");
    }

    @Test
    void includesInACircleAreAProblem() {
        file("a.yaml", "include: [b.yaml]\n");
        file("b.yaml", "include: [a.yaml]\n");
        assertThat(refused("include: [a.yaml, s.yaml]\n" + SMALL)).anyMatch(text -> text.contains("includes itself: s.yaml -> a.yaml -> b.yaml -> a.yaml"))
                .anyMatch(text -> text.contains("includes itself: s.yaml -> s.yaml"));
    }

    @ParameterizedTest
    @CsvSource({"../x.yaml", "/etc/passwd", "a/../../x.yaml", "''", ".", "link/x.yaml", "'C:\\x.yaml'", "'a\\..\\..\\x'"})
    void includesDoNotLeadOutOfTheFolder(String name, @TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("x.yaml"), "run: { seed: 5 }\n");
        Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        assertThat(refused("include: ['" + name + "']\n" + SMALL).get(0)).contains("must be a file below the scenario's folder");
    }

    @Test
    void whatIsNoScenarioIsAProblemSoon() throws IOException {
        file("dir.yaml/x", "");
        Files.write(folder.resolve("latin.yaml"), "scenario: na\u00efve\n".getBytes(StandardCharsets.ISO_8859_1));
        file("list.yaml", "- a\n");
        file("scalar.yaml", "hello\n");
        file("cyclic.yaml", SMALL.replace("workload: batch", "workload: loop"));
        file("loop.yaml", "workload: loop\nextends: loop\n");
        for (String name : List.of("dir.yaml", "missing.yaml", "latin.yaml", "list.yaml", "scalar.yaml", "cyclic.yaml", "nul\u0000.yaml")) {
            Outcome<ScenarioFile> outcome =
                    Soon.done(() -> SmallCatalogue.reader().read(folder + "/" + name, Overrides.NONE));
            assertThat(outcome.failed()).as(name).isTrue();
            assertThat(outcome.problems().get(0).toString()).as(name).doesNotContain("Exception").hasLineCount(1);
        }
    }

    @Test
    void anUnknownNameSuggestsTheGallery() {
        assertThat(SmallCatalogue.reader().read("small-comparson", Overrides.NONE).problems().get(0).toString())
                .isEqualTo("small-comparson: is neither a file nor a scenario that 'trapline list' shows (did you mean 'small-comparison'?)");
        assertThat(SmallCatalogue.reader().names("gallery")).containsExactly("small-comparison");
    }

    @Test
    void catalogueFilesAreCheckedToo() {
        file("mine.yaml", "workload: mine\nextends: batch\nclients: 3\n");
        file("wrong.yaml", "workload: wrong\nextends: batch\nclients: 3 s\n");
        assertThat(SmallCatalogue.reader().check(folder + "/mine.yaml").value()).isEqualTo("workload mine");
        assertThat(SmallCatalogue.reader().check(folder + "/wrong.yaml").problems()).hasSize(1);
        assertThat(SmallCatalogue.reader().check("small-comparison").value())
                .isEqualTo("scenario small-comparison: 3 platforms, 6 points");
    }

    @Test
    void aHostileNameMakesAHarmlessFolder() {
        Outcome<ScenarioFile> outcome = outcome(SMALL.replace("scenario: small", "scenario: \"../<script>x/..\""), Overrides.NONE);
        assertThat(outcome.value().folderName()).isEqualTo("script-x");
    }
}
