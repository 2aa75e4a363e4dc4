package dev.trapline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.trapline.reports.SampleFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every number that a reader sees in the tables of figures and in the charts is that of {@code results.json}. */
final class ReportNumbersTest {
    /** Of each cell: platform, variant, point, group, metric, what the reader sees. */
    private static final String CELLS = "() => Array.from(document.querySelectorAll('#numbers table')).flatMap(table => {"
            + " const metrics = Array.from(table.tHead.rows[0].cells).map(cell => cell.dataset.metric || '');"
            + " return Array.from(table.tBodies[0].rows).flatMap(row => Array.from(row.cells).map((cell, i) => ["
            + " row.dataset.platform, row.dataset.variant, row.dataset.point, table.dataset.guest, metrics[i],"
            + " cell.innerText]).filter(it => it[4])); })";

    /** Of each cell of the tables over time: which table, part of the machine, column, what the reader sees. */
    private static final String OVER_TIME = "() => Array.from(document.querySelectorAll('table.over-time')).flatMap((table, t) =>"
            + " Array.from(table.tBodies[0].rows).flatMap(row => Array.from(row.cells).slice(1).map((cell, i) =>"
            + " [t, row.cells[0].innerText, i, cell.innerText])))";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    @TempDir
    private Path folder;

    private record Key(String platform, String variant, int point, String guest, String metric) {}

    @Test
    void numbersInThePageAreThoseOfTheResults() throws IOException {
        Path report = SampleFolder.write("hosted-versus-bare-metal", folder.resolve("report"))
                .page();
        JsonNode results = new JsonMapper().readTree(report.resolveSibling("results.json"));
        Map<Key, JsonNode> metrics = new HashMap<>();
        results.path("metrics").forEach(it -> metrics.put(
                new Key(
                        it.path("platform").asString(),
                        it.path("variant").asString(),
                        it.path("point").asInt(),
                        it.path("guest").asString(),
                        it.path("metric").asString()),
                it));
        try (Browser browser = Browser.start(folder.resolve("profile"))) {
            Page page = browser.newPage().open(report).page();
            page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
            assertCells(page, metrics);
            assertCharts(page, results);
            assertSeries(page, results);
        }
    }

    private static void assertCells(Page page, Map<Key, JsonNode> metrics) {
        List<?> cells = (List<?>) page.evaluate(CELLS);
        assertThat(cells).hasSizeGreaterThan(500);
        int numbers = 0;
        for (Object cell : cells) {
            List<?> it = (List<?>) cell;
            String text = ((String) it.get(5)).replace("\u202f", "").replace("\u2212", "-");
            JsonNode metric = metric(metrics, it);
            if (text.equals("\u2013")) {
                assertThat(metric).as("%s", it).isNull();
            } else if (!metric.path("text").asString().isEmpty()) {
                assertThat(text).isEqualTo(metric.path("text").asString());
            } else {
                assertSame(text, metric, it);
                numbers++;
            }
        }
        assertThat(numbers).isGreaterThan(500);
    }

    /** Of the machine over time: the mean and the busiest part of each series, one table for each workload, 16 guests. */
    private static void assertSeries(Page page, JsonNode results) {
        List<?> cells = (List<?>) page.evaluate(OVER_TIME);
        assertThat(cells).hasSizeGreaterThan(50);
        int numbers = 0;
        for (Object cell : cells) {
            List<?> it = (List<?>) cell;
            JsonNode platform = results.path("platforms").get((Integer) it.get(2));
            JsonNode series = null;
            for (JsonNode candidate : results.path("series")) {
                if (candidate.path("point").asInt() == 5 * (Integer) it.get(0) + 4
                        && candidate.path("name").asString().equals(it.get(1))
                        && candidate.path("platform").asString().equals(platform.path("label").asString())
                        && candidate.path("variant").asString().equals(platform.path("variant").asString())) {
                    series = candidate;
                }
            }
            String text = (String) it.get(3);
            if (series == null) {
                assertThat(text).isEqualTo("\u2013");
                continue;
            }
            double sum = 0;
            double greatest = 0;
            for (JsonNode value : series.path("values")) {
                sum += value.asDouble();
                greatest = Math.max(greatest, value.asDouble());
            }
            Matcher shown = NUMBER.matcher(text);
            assertThat(shown.find()).isTrue();
            assertRounded(shown.group(), sum / series.path("values").size(), it);
            assertThat(shown.find()).isTrue();
            assertRounded(shown.group(), greatest, it);
            numbers++;
        }
        assertThat(numbers).isGreaterThan(50);
    }

    private static JsonNode metric(Map<Key, JsonNode> metrics, List<?> cell) {
        int point = Integer.parseInt((String) cell.get(2));
        Key ofGroup = new Key((String) cell.get(0), (String) cell.get(1), point, (String) cell.get(3), (String) cell.get(4));
        Key ofMachine = new Key(ofGroup.platform(), ofGroup.variant(), point, "", ofGroup.metric());
        return metrics.getOrDefault(ofGroup, metrics.get(ofMachine));
    }

    /** Mean and half interval, each to the last digit that is shown. */
    private static void assertSame(String text, JsonNode metric, List<?> cell) {
        Matcher numbers = NUMBER.matcher(text);
        assertThat(numbers.find()).as("a number in %s", cell).isTrue();
        assertRounded(numbers.group(), metric.path("mean").asDouble(), cell);
        if (text.contains("\u00b1") && numbers.find()) {
            double half = metric.path("high").asDouble() - metric.path("mean").asDouble();
            assertRounded(numbers.group(), half, cell);
        }
    }

    private static void assertRounded(String shown, double value, List<?> cell) {
        BigDecimal number = new BigDecimal(shown);
        double lastDigit = Math.pow(10, -number.scale());
        assertThat(Math.abs(number.doubleValue() - value))
                .as("%s is %s", cell, value)
                .isLessThanOrEqualTo(0.5000001 * lastDigit);
    }

    /** What the charts draw of throughput and percentiles, in the order of points and platforms. */
    private static void assertCharts(Page page, JsonNode results) {
        JsonNode charts = new JsonMapper().readTree(page.locator("#chart-data").textContent());
        for (String metric : List.of("throughput", "latency.p50", "latency.p95", "latency.p99")) {
            for (int setting = 1; setting <= 3; setting++) {
                JsonNode chart = charts.path(metric.replace('.', '-') + "-" + setting);
                for (int platform = 0; platform < results.path("platforms").size(); platform++) {
                    JsonNode series = chart.path("series").path(platform);
                    assertThat(series.path("values")).isNotEmpty();
                    for (int i = 0; i < series.path("values").size(); i++) {
                        assertValue(results, platform, 5 * (setting - 1) + i, metric, series, i);
                    }
                }
            }
        }
    }

    private static void assertValue(JsonNode results, int platform, int point, String metric, JsonNode series, int i) {
        JsonNode owner = results.path("platforms").path(platform);
        for (JsonNode it : results.path("metrics")) {
            if (it.path("platform").equals(owner.path("label"))
                    && it.path("variant").equals(owner.path("variant"))
                    && it.path("point").asInt() == point
                    && it.path("metric").asString().equals(metric)) {
                assertThat(series.path("values").path(i).asDouble()).isEqualTo(it.path("mean").asDouble());
                assertThat(series.path("low").path(i).asDouble()).isEqualTo(it.path("low").asDouble());
                assertThat(series.path("high").path(i).asDouble()).isEqualTo(it.path("high").asDouble());
                return;
            }
        }
        assertThat(series.path("values").path(i).isNull()).isTrue();
    }
}
