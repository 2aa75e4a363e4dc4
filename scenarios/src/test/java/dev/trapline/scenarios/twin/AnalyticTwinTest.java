package dev.trapline.scenarios.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.platform.Vocabulary;
import dev.trapline.queueing.Solution;
import dev.trapline.result.Results;
import dev.trapline.run.AnalyticTwin;
import dev.trapline.run.Laboratory;
import dev.trapline.run.Progress;
import dev.trapline.run.Twin;
import dev.trapline.scenarios.Overrides;
import dev.trapline.scenarios.ScenarioReader;
import dev.trapline.spec.Experiment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas against the whole simulation, both from the same files. */
class AnalyticTwinTest {
    private static final Vocabulary VOCABULARY = Vocabulary.standard();
    private static final ScenarioReader READER = ScenarioReader.standard(VOCABULARY);
    private static final String COMPUTATIONS = "src/test/resources/twin/computations.yaml";
    private static final String ARRIVALS = "src/test/resources/twin/arrivals.yaml";

    /** A guest with a queue of its own; guests that queue for four cores; both in the 99.9 % interval. */
    @ParameterizedTest
    @CsvSource({"1, 4", "3, 4", "8, 1", "4, 1"})
    void closedComputingAgreesWithTheSimulation(int guests, int clients) {
        agrees(experiment(COMPUTATIONS, Overrides.NONE
                .set("guests.load.count", Integer.toString(guests))
                .set("guests.load.workload.clients", Integer.toString(clients))));
    }

    @ParameterizedTest
    @CsvSource({"50 /s", "70 /s"})
    void arrivalsAgreeWithTheSimulation(String rate) {
        agrees(experiment(ARRIVALS, Overrides.NONE.set("guests.load.workload.rate", rate)));
    }

    private static void agrees(Experiment experiment) {
        Twin twin = solve(experiment).get(0);
        assertThat(twin.reasons()).isEmpty();
        Solution solution = twin.solution().orElseThrow();
        Results results = new Laboratory(VOCABULARY, 2, Progress.NONE).run(experiment, "test");
        covers(results, "throughput", solution.throughput());
        covers(results, "latency.mean", 1000 * solution.responseSeconds());
    }

    private static double mean(Results results, String name) {
        return metric(results, name).mean();
    }

    private static Results.Metric metric(Results results, String name) {
        return results.metrics().stream()
                .filter(each -> each.guest().equals("load") && each.metric().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void covers(Results results, String name, double value) {
        Results.Metric metric = metric(results, name);
        assertThat(value).as(name + " " + metric.mean()).isBetween(metric.low(), metric.high());
    }

    /** 24 million cycles of 2.4 GHz are 10 ms, and nothing else is dear. */
    @Test
    void demandsAreThoseOfTheSimulation() {
        Twin twin = solve(experiment(COMPUTATIONS, Overrides.NONE)).get(0);
        assertThat(twin.stations()).hasSize(1);
        assertThat(twin.stations().get(0).demandSeconds()).isCloseTo(0.01, within(1e-5));
        assertThat(twin.delaySeconds()).isLessThan(1e-4);
        assertThat(twin.leftOut()).isNotEmpty();
    }

    @Test
    void overloadHasBoundsAndNoSolution() {
        Twin twin = solve(experiment(ARRIVALS, Overrides.NONE.set("guests.load.workload.rate", "120 /s"))).get(0);
        assertThat(twin.solution()).isEmpty();
        assertThat(twin.bounds().orElseThrow().limit()).isEqualTo("vCPUs");
        assertThat(twin.bounds().orElseThrow().throughputAtMost()).isCloseTo(200, within(0.5));
        assertThat(twin.reasons()).singleElement().asString().contains("no steady state");
    }

    /** What has no product form has bounds and says why. */
    @Test
    void whatIsOutOfReachSaysWhy() {
        Experiment experiment = experiment(COMPUTATIONS, Overrides.NONE
                .set("guests.load.count", "8")
                .set("guests.load.workload.clients", "4"));
        Twin twin = solve(experiment).get(0);
        assertThat(twin.solution()).isEmpty();
        assertThat(twin.bounds()).isPresent();
        assertThat(twin.reasons()).singleElement().asString().startsWith("requests queue for a vCPU and vCPUs for a core");
    }

    /** Many operations wait for a disk that takes the nearest first: what one alone takes would be passed twofold. */
    @Test
    void aDiskThatChoosesIsNoStationAndNoBound() {
        Experiment experiment = experiment(COMPUTATIONS, Overrides.NONE
                .set("guests.load.workload", "disk-random")
                .set("run.replications", "1"));
        Twin twin = solve(experiment).get(0);
        assertThat(twin.reasons()).singleElement().asString().startsWith("a disk chooses among the operations that wait");
        assertThat(twin.bounds().orElseThrow().limit()).isNotEqualTo("disks");
        Results.Bound row = twin.row();
        Results results = new Laboratory(VOCABULARY, 2, Progress.NONE).run(experiment, "test");
        assertThat(mean(results, "throughput")).isPositive().isLessThan(row.throughputAtMost());
        assertThat(mean(results, "latency.mean")).isGreaterThan(row.latencyAtLeast());
        assertThat(new AnalyticTwin(VOCABULARY, 1).within(experiment)).hasSize(1);
    }

    /** Only disks of the type `disk` have an order; of no type does asking break down. */
    @ParameterizedTest
    @CsvSource({
        "sas-10k, a disk chooses among the operations that wait",
        "ssd-2008, a disk does several operations at once",
        "raid-5-2008, a disk does several operations at once",
        "san-2008, a disk does several operations at once"
    })
    void disksOfEachTypeHaveBoundsAndAReason(String disk, String reason) {
        Twin twin = solve(experiment(COMPUTATIONS, Overrides.NONE
                        .set("machine.disks", "[" + disk + "]")
                        .set("guests.load.workload", "disk-random")))
                .get(0);
        assertThat(twin.bounds()).isPresent();
        assertThat(twin.reasons()).singleElement().asString().startsWith(reason);
    }

    /** Without a run, where it is known before. */
    @Test
    void whatIsKnownToBeOutOfReachIsLeftOutIfAsked() {
        Experiment experiment = experiment(COMPUTATIONS, Overrides.NONE
                .set("guests.load.count", "8")
                .set("guests.load.workload.clients", "4"));
        assertThat(new AnalyticTwin(VOCABULARY, 1).within(experiment)).isEmpty();
    }

    @Test
    void whatHasNoRequestsHasNoBoundsEither() {
        Twin twin = solve(experiment(COMPUTATIONS, Overrides.NONE.set("guests.load.workload", "idle"))).get(0);
        assertThat(twin.bounds()).isEmpty();
        assertThat(twin.reasons()).singleElement().asString().contains("'idle'");
    }

    private static List<Twin> solve(Experiment experiment) {
        return new AnalyticTwin(VOCABULARY, 2).solve(experiment);
    }

    private static Experiment experiment(String file, Overrides overrides) {
        var read = READER.read(file, overrides);
        assertThat(read.problems()).isEmpty();
        return read.value().experiment();
    }
}
