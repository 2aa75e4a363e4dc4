package dev.trapline.scenarios.expect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.declare.Values;
import dev.trapline.result.Results;
import dev.trapline.scenarios.check.Checker;
import dev.trapline.scenarios.check.References;
import dev.trapline.scenarios.check.Rules;
import dev.trapline.scenarios.published.PublishedTables;
import dev.trapline.scenarios.text.Problem;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.PackedShelf;
import dev.trapline.scenarios.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expectations that take their figures from a published table. */
final class TableExpectationsTest {
    private static final Rules RULES = new Rules(
            Map.of("expectation", (name, values) -> ExpectationShapes.check(values)), Map.of(), Map.of(), Optional.empty());
    private static final Names NAMES = new Names(
            List.of("lm"),
            Set.of(),
            List.of("native", "xen", "bare"),
            Set.of("native", "bare"),
            List.of(""),
            Map.of("guests.lm.workload", List.of("lm-call", "lm-fork", "web")),
            List.of());
    private static final String TABLES =
            """
            - id: t
              source: paper
              tables:
                - id: t/times
                  use: calibrate
                  columns: [operation, native, xen, other]
                  rows:
                    - [call, 0.5, 1, 3]
                    - [fork, 100, 200, null]
                - id: t/loads
                  use: predict
                  use-by-column: { first: identify }
                  columns: [load, first, second, words]
                  rows:
                    - [web, 400, 300, saturated]
                - { id: t/order, use: order, columns: [load, xen], rows: [[web, 1]] }
            """;
    private static final PublishedTables PUBLISHED =
            PublishedTables.in(PackedShelf.of(Map.of("published.yaml", TABLES.getBytes(StandardCharsets.UTF_8))));
    private static final String EACH =
            "table: t/times, metric: lm.latency.mean, unit: us, each-row: { guests.lm.workload: lm-* }, ";

    private final Problems problems = new Problems();

    private Expectations read(String text) {
        LocatedNode tree = YamlReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
        Optional<Object> values =
                new Checker(List.of(), References.UNRESOLVED, RULES, problems).check(ExpectationShapes.EXPECTATION, tree, "");
        Expectations.Reader reader = new Expectations.Reader(PUBLISHED, NAMES, problems);
        values.ifPresent(held -> reader.add((Values) held, tree, false));
        return reader.expectations();
    }

    /** Native is as measured; xen takes 10 % longer than measured for the fork. */
    private static Results results() {
        List<Results.Metric> metrics = new ArrayList<>();
        figure(metrics, "native", 0, "latency.mean", "ms", 0.0005);
        figure(metrics, "native", 1, "latency.mean", "ms", 0.1);
        figure(metrics, "xen", 0, "latency.mean", "ms", 0.001);
        figure(metrics, "xen", 1, "latency.mean", "ms", 0.22);
        figure(metrics, "xen", 2, "throughput", "/s", 800);
        figure(metrics, "bare", 2, "throughput", "/s", 1000);
        String path = "guests.lm.workload";
        return new Results(
                1, "s", "", "", "", "", "", null, Map.of(path, List.of("lm-call", "lm-fork", "web")), List.of(),
                List.of(new Results.Point(0, Map.of(path, "lm-call")), new Results.Point(1, Map.of(path, "lm-fork")),
                        new Results.Point(2, Map.of(path, "web"))),
                metrics, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), null);
    }

    private static void figure(List<Results.Metric> to, String platform, int point, String metric, String unit, double mean) {
        to.add(new Results.Metric(platform, "", point, "lm", "", metric, unit, mean, mean, mean, false, 0.95, 5, ""));
    }

    private static List<String> lines(Expectations expectations) {
        return expectations.judge(results()).stream()
                .map(row -> row.use().word() + " " + row.cell().orElseThrow().name() + " " + row.at() + " " + row.wanted() + " "
                        + row.outcome().met() + " " + row.figures().get(0).deviation())
                .toList();
    }

    @Test
    void oneLineTakesAWholeTable() {
        Expectations all = read("{ " + EACH + "within: 5 %, columns: { native: { platform: native }, xen: { platform: xen } } }");
        assertThat(problems.list()).isEmpty();
        assertThat(lines(all)).containsExactly(
                "input t/times, call, native {guests.lm.workload=lm-call, platform=native} 0.5 us true 0.0 % above",
                "calibrate t/times, call, xen {guests.lm.workload=lm-call, platform=xen} 1 us true 0.0 % above",
                "input t/times, fork, native {guests.lm.workload=lm-fork, platform=native} 100 us true 0.0 % above",
                "calibrate t/times, fork, xen {guests.lm.workload=lm-fork, platform=xen} 200 us false 10.0 % above");
        assertThat(all.judge(results())).allSatisfy(row -> assertThat(row.source()).isEqualTo("paper"));
    }

    @Test
    void rowsCanBeNamedOneByOneAndSkipped() {
        assertThat(lines(read("{ table: t/times, metric: lm.latency.mean, unit: us, column: xen, at: { platform: xen }, "
                        + "rows: { fork: { guests.lm.workload: lm-fork, within: 11 % } } }")))
                .containsExactly("calibrate t/times, fork, xen {platform=xen, guests.lm.workload=lm-fork} 200 us true 10.0 % above");
        assertThat(lines(read("{ " + EACH + "column: xen, at: { platform: xen }, skip: { fork: not built } }"))).hasSize(1);
        assertThat(read("{ " + EACH + "columns: { xen: { platform: xen }, other: { platform: bare } } }").size())
                .as("the empty cell is passed over").isEqualTo(3);
    }

    @Test
    void reasonsBelongToRowsOrCells() {
        List<Judgement> judged = read("{ " + EACH + "columns: { native: { platform: native }, xen: { platform: xen } }, "
                        + "known-miss: { fork: { xen: no batching }, call: slow } }")
                .judge(results());
        assertThat(judged).extracting(Judgement::knownMiss).containsExactly("slow", "slow", "", "no batching");
    }

    @Test
    void cyclesAreATimeOfTheirClock() {
        assertThat(lines(read("{ table: t/times, metric: lm.latency.mean, unit: cycles at 500 kHz, row: fork, column: xen, "
                        + "at: { platform: xen, guests.lm.workload: lm-fork } }")).get(0))
                .contains("200 cycles false 45.0 % below");
    }

    @Test
    void aColumnCanBeTheMeasureOfAnother() {
        assertThat(lines(read("{ table: t/loads, metric: lm.throughput, unit: /s, row: web, at: { guests.lm.workload: web }, "
                        + "columns: { first: { platform: bare }, second: { platform: xen } }, relative-to: first }")))
                .containsExactly(
                        "identify t/loads, web, first {guests.lm.workload=web, platform=bare} 400 /s false 150.0 % above",
                        "predict t/loads, web, second {guests.lm.workload=web, platform=xen} 300 / 400 true 6.7 % above");
    }

    @Test
    void aCellCanBeAShareOfAnotherPlatformsFigure() {
        assertThat(lines(read("{ table: t/loads, metric: lm.throughput, unit: '%', row: web, column: second, "
                        + "at: { guests.lm.workload: web, platform: xen }, relative-to: { platform: bare } }")))
                .containsExactly("predict t/loads, web, second {guests.lm.workload=web, platform=xen} 300 % false 73.3 % below");
    }

    @Test
    void aCellInWordsNeedsABoundAndKeepsItsKind() {
        assertThat(lines(read("{ table: t/loads, metric: lm.throughput, row: web, column: words, at-least: 700 /s, "
                        + "at: { guests.lm.workload: web, platform: xen } }")))
                .containsExactly("predict t/loads, web, words {guests.lm.workload=web, platform=xen} at least 700 /s true ");
    }

    @Test
    void aFigureThatClaimsAnOrderAloneIsNearEnoughAnywhere() {
        assertThat(lines(read("{ table: t/order, metric: lm.throughput, unit: /s, row: web, column: xen, "
                        + "at: { guests.lm.workload: web, platform: xen } }")))
                .containsExactly("order t/order, web, xen {guests.lm.workload=web, platform=xen} 1 /s true 79900.0 % above");
    }

    @Test
    void aNativePlatformIsInputUnderWhateverName() {
        assertThat(lines(read("{ table: t/loads, metric: lm.throughput, unit: /s, row: web, column: second, "
                        + "at: { guests.lm.workload: web, platform: bare } }")).get(0))
                .startsWith("input ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "use: predict, column: xen, at: { platform: xen } | a claim of kind 'predict' for t/times, call, xen, which is 'calibrate'",
        "column: xne, at: { platform: xen } | no column of the table 't/times' is 'xne' (did you mean 'xen'?)",
        "column: xen, at: { platform: xne } | no platform of this scenario is 'xne'",
        "column: xen, skip: { fokr: x } | no row of the table is 'fokr' (did you mean 'fork'?)",
        "column: xen, columns: { xen: {} } | a 'table' needs exactly one of column, columns",
        "column: xen, unit: bananas | 'unit' must be one such as us",
        "column: xen, at-least: 3 us | are for one cell",
        "column: xen, order: [a < b] | orders of its figures are compared without being asked",
        "column: other, relative-to: native | 'relative-to' names no column that stands under 'columns'"
    })
    void whatDoesNotFitIsRefused(String rest, String said) {
        read("{ " + (rest.contains("unit:") ? EACH.replace("unit: us, ", "") : EACH) + rest + " }");
        assertThat(problems.list()).extracting(Problem::toString).anySatisfy(problem -> assertThat(problem).contains(said));
    }

    @Test
    void aCellCountsOnce() {
        Expectations.Reader reader = new Expectations.Reader(PUBLISHED, NAMES, problems);
        String text = "{ " + EACH + "column: xen, at: { platform: xen } }";
        LocatedNode tree = YamlReader.read("f.yaml", text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
        Values values = (Values) new Checker(List.of(), References.UNRESOLVED, RULES, problems)
                .check(ExpectationShapes.EXPECTATION, tree, "")
                .orElseThrow();
        reader.add(values, tree, false);
        reader.add(values, tree, false);
        assertThat(problems.list()).extracting(Problem::text)
                .contains("cell t/times, call, xen is expected already, at f.yaml:1:1");
    }

    @Test
    void keysOfTablesNeedATable() {
        read("{ metric: lm.throughput, row: web, at-least: 1 /s }");
        assertThat(problems.list()).extracting(Problem::text).containsExactly("'row' is for figures of a 'table'");
    }
}
