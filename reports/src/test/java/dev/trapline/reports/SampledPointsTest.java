package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.reports.chart.ChartDescription;
import dev.trapline.reports.chart.ChartDescription.Form;
import dev.trapline.reports.chart.Charts;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Grid;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lines are drawn along what grows; where paths change together in no order there are points. */
final class SampledPointsTest {
    private static final String COUNT = "guests.load.count";
    private static final String THINK = "guests.load.workload.think";

    private static Results results(String... points) {
        Results it = SmallResults.oneOfEach();
        Map<String, List<String>> axes = new LinkedHashMap<>();
        List<Results.Point> at = new ArrayList<>();
        List<Results.Metric> metrics = new ArrayList<>();
        axes.put(COUNT, new ArrayList<>());
        axes.put(THINK, new ArrayList<>());
        for (String point : points) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put(COUNT, point.split(",")[0]);
            values.put(THINK, point.split(",")[1]);
            values.forEach((path, value) -> axes.get(path).add(value));
            metrics.add(new Results.Metric(
                    "xen", "", at.size(), "load", "", "throughput", "/s", 10 + at.size(), 9, 20, true, 0.95, 5, ""));
            at.add(new Results.Point(at.size(), values));
        }
        return new Results(
                1, it.scenario(), it.question(), it.version(), it.scenarioHash(), it.catalogueHash(), it.resolvedScenario(),
                it.settings(), axes, it.platforms(), at, metrics, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), it.assumptions(), it.sources(), List.of(), List.of(), List.of(), it.fingerprints());
    }

    @Test
    void ofASampleEachAxisHasItsPoints() {
        Digest digest = Digest.of(results("1,30 ms", "2,10 ms", "4,40 ms", "8,20 ms"));
        assertThat(digest.grid().growing()).isEmpty();
        assertThat(digest.grid().settings()).extracting(Grid.Setting::words)
                .contains("load count 2, load workload think 10 ms");
        List<ChartDescription> charts = Charts.of(digest).overview();
        assertThat(charts).extracting(ChartDescription::form).containsOnly(Form.SCATTER);
        assertThat(charts).extracting(ChartDescription::setting).containsExactly("against guests, 4 points", "against think, 4 points");
        assertThat(charts.get(1).positions()).containsExactly(10.0, 20.0, 30.0, 40.0);
        assertThat(charts.get(1).series().get(0).values()).containsExactly(11.0, 13.0, 10.0, 12.0);
        assertThat(charts.get(1).marks().get(0).words()).contains("11", "at load count 2, load workload think 10 ms");
        assertThat(new String(Report.of(results("1,30 ms", "2,10 ms", "4,40 ms"), RunFacts.UNKNOWN).page())).contains("against think");
    }

    @Test
    void pathsInStepGrowTogetherAndAreNamed() {
        Digest digest = Digest.of(results("1,30 ms", "2,20 ms", "4,10 ms"));
        assertThat(digest.grid().growing().orElseThrow().label()).isEqualTo("load count, with load workload think");
        assertThat(digest.grid().settings()).hasSize(1);
        assertThat(digest.grid().words(1)).isEqualTo("load count 2, load workload think 20 ms");
        List<ChartDescription> charts = Charts.of(digest).overview();
        assertThat(charts).extracting(ChartDescription::form).containsOnly(Form.LINES);
        assertThat(charts.get(0).series().get(0).values()).containsExactly(10.0, 11.0, 12.0);
    }
}
