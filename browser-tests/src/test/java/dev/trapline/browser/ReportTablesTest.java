package dev.trapline.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import dev.trapline.reports.SampleFolder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rest of what a reader sees, beside the tables of figures: ledgers, verdicts, bounds, machines and every other chart. */
final class ReportTablesTest {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final double ROUNDING = 1e-9;

    /** Of each table that fits: the texts of each row's cells and, after them, what cells are sorted by. */
    private static final String ROWS = "selector => Array.from(document.querySelectorAll(selector)).map(table =>"
            + " Array.from(table.tBodies[0].rows).map(row => Array.from(row.cells).map(cell => (cell.querySelector('small')"
            + " && cell.tagName === 'TH' ? cell.firstChild.textContent : cell.textContent).trim())"
            + ".concat(Array.from(row.cells).map(cell => cell.dataset.order || ''))))";

    /** Of each card: platform and value of each place. */
    private static final String RANKINGS = "() => Array.from(document.querySelectorAll('#ranking ol.ranking')).map(list =>"
            + " Array.from(list.children).map(place => [place.querySelector('.name').textContent,"
            + " place.querySelector('.value').textContent]))";

    private static final String NAMES = "() => Array.from(document.querySelectorAll('#numbers tbody tr')).map(row =>"
            + " [row.querySelector('th').textContent.trim(), row.dataset.platform, row.dataset.variant])";

    /** Index of the platform or variant in the results, by its name in the page. */
    private static final Map<String, Integer> OWNERS = new HashMap<>();

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Page page;
    private static JsonNode results;
    private static JsonNode charts;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.start(folder.resolve("profile"));
        Path report = SampleFolder.write("hosted-versus-bare-metal", folder.resolve("report"))
                .page();
        JsonMapper json = new JsonMapper();
        results = json.readTree(report.resolveSibling("results.json"));
        page = browser.newPage().open(report).page();
        charts = json.readTree(page.locator("#chart-data").textContent());
        for (Object row : (List<?>) page.evaluate(NAMES)) {
            List<?> it = (List<?>) row;
            for (int i = 0; i < results.path("platforms").size(); i++) {
                JsonNode platform = results.path("platforms").get(i);
                if (platform.path("label").asString().equals(it.get(1)) && platform.path("variant").asString().equals(it.get(2))) {
                    OWNERS.put((String) it.get(0), i);
                }
            }
        }
        assertThat(OWNERS).hasSize(results.path("platforms").size());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void partsOfARequestAreRowsOfTheLedger() {
        int seen = 0;
        List<List<List<String>>> tables = tables("#time table.filterable");
        for (int t = 0; t < tables.size(); t++) {
            for (List<String> row : tables.get(t)) {
                if (!row.get(2).contains("smaller part")) {
                    JsonNode found = only(ledger("latency", OWNERS.get(row.get(0)), 5 * t + 4, it ->
                            has(it, "place", row.get(1)) && has(it, "mechanism", row.get(2)) && has(it, "kind", row.get(3))
                                    && it.path("value").asDouble() == Double.parseDouble(row.get(8 + 5))), row);
                    assertRounded(row.get(5), found.path("value").asDouble());
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    @Test
    void reasonsAreRowsOfTheLedgerAndTheirSums() {
        List<List<List<String>>> all = tables("table.reasons");
        List<List<List<String>>> sums = tables("table.sums");
        assertThat(all).hasSameSizeAs(sums).isNotEmpty();
        for (int t = 0; t < all.size(); t++) {
            int point = 5 * t + 4;
            for (List<String> row : all.get(t)) {
                JsonNode found = only(ledger("cycles", OWNERS.get(row.get(0)), point, it ->
                        has(it, "guest", row.get(1)) && has(it, "place", row.get(2)) && has(it, "mechanism", row.get(3))), row);
                assertThat(Double.parseDouble(row.get(8 + 6))).isEqualTo(found.path("value").asDouble());
                assertRounded(row.get(4), found.path("count").asDouble());
                assertRounded(row.get(6), found.path("value").asDouble());
                assertRounded(row.get(7), 1000 * found.path("value").asDouble() / found.path("count").asDouble());
            }
            for (List<String> row : sums.get(t)) {
                List<JsonNode> found = ledger("cycles", OWNERS.get(row.get(0)), point, it ->
                        row.get(1).equals(it.path("place").asString() + ": " + it.path("mechanism").asString()));
                assertRounded(row.get(2), sum(found, "count"));
                assertRounded(row.get(3), sum(found, "value"));
            }
        }
    }

    @Test
    void ratiosAtAGlanceAreThoseOfVerdicts() {
        int seen = 0;
        for (List<String> row : tables("table.glance").get(0)) {
            for (int cell = 1; cell < row.size() / 2; cell++) {
                Matcher number = NUMBER.matcher(row.get(cell));
                int point = 5 * (cell - 1) + 4;
                if (number.find()) {
                    String low = number.group();
                    String high = number.find() && row.get(cell).startsWith(low + "\u2013") ? number.group() : low;
                    assertThat(results.path("verdicts").valueStream())
                            .as("%s", row)
                            .anyMatch(it -> titles(it.path("platform").asString()).contains(row.get(0))
                                    && it.path("point").asInt() == point
                                    && isRounded(low, it.path("ratioLow").asDouble())
                                    && isRounded(high, it.path("ratioHigh").asDouble()));
                    seen++;
                }
            }
        }
        assertThat(seen).isGreaterThan(8);
    }

    @Test
    void boundsAreThoseOfTheResults() {
        List<List<String>> rows = tables("#trust details table").get(0);
        List<JsonNode> bounds = new ArrayList<>();
        for (int i = 0; i < results.path("platforms").size(); i++) {
            int owner = i;
            results.path("bounds").valueStream().filter(it -> isOf(it, owner)).forEach(bounds::add);
        }
        assertThat(rows).hasSameSizeAs(bounds).isNotEmpty();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(OWNERS.get(rows.get(i).get(1))).satisfies(owner -> assertThat(owner).isNotNull());
            assertRounded(rows.get(i).get(3), bounds.get(i).path("throughputAtMost").asDouble());
            assertRounded(rows.get(i).get(6), bounds.get(i).path("latencyAtLeast").asDouble());
            assertRounded(rows.get(i).get(2), figure(bounds.get(i), "throughput"));
            assertRounded(rows.get(i).get(5), figure(bounds.get(i), "latency.mean"));
            if (bounds.get(i).path("solved").asBoolean()) {
                assertRounded(rows.get(i).get(4), bounds.get(i).path("throughput").asDouble());
                assertRounded(rows.get(i).get(7), bounds.get(i).path("latencyMean").asDouble());
            }
        }
    }

    @Test
    void stackedBarsAddUpToTheLedgers() {
        for (int setting = 1; setting <= 3; setting++) {
            for (int owner = 0; owner < results.path("platforms").size(); owner++) {
                int point = 5 * (setting - 1) + 4;
                double latency = sum(ledger("latency", owner, point, it -> true), "value");
                double busy = sum(ledger("cycles", owner, point, it -> true), "value");
                assertSum(charts.path("request-time-" + setting), owner, latency);
                assertSum(charts.path("core-time-" + setting), owner, busy);
            }
        }
    }

    @Test
    void distributionsAndUtilizationAreThoseOfTheResults() {
        int seen = 0;
        for (int setting = 1; setting <= 3; setting++) {
            for (int owner = 0; owner < results.path("platforms").size(); owner++) {
                int index = owner;
                int point = 5 * (setting - 1) + 4;
                JsonNode latency = charts.path("latency-" + setting);
                assertThat(latency.isMissingNode()).as("chart of latency, setting %s", setting).isFalse();
                JsonNode values = latency.path("series").path(owner).path("values");
                List<Double> shown = values.valueStream().filter(it -> !it.isNull()).map(JsonNode::asDouble).toList();
                List<Double> known = results.path("percentiles").valueStream()
                        .filter(it -> isOf(it, index) && it.path("point").asInt() == point)
                        .flatMap(it -> it.path("milliseconds").valueStream().map(JsonNode::asDouble))
                        .toList();
                assertThat(known).containsAll(shown);
                assertThat(shown.isEmpty()).isEqualTo(known.isEmpty());
                for (String device : List.of("core", "disk", "nic")) {
                    JsonNode chart = charts.path(device + "-utilization-" + setting);
                    JsonNode series = chart.path("series").path(owner).path("values");
                    assertThat(chart.isMissingNode()).as("%s in setting %s", device, setting).isNotEqualTo(isUsed(device, setting));
                    assertThat(series.size()).isEqualTo(chart.isMissingNode() ? 0 : 5);
                    for (int i = 0; i < series.size(); i++) {
                        int at = 5 * (setting - 1) + i;
                        List<Double> found = results.path("metrics").valueStream()
                                .filter(it -> isOf(it, index) && it.path("point").asInt() == at)
                                .filter(it -> has(it, "metric", device + ".utilization"))
                                .map(it -> it.path("mean").asDouble())
                                .toList();
                        assertThat(series.get(i).isNull() ? List.of() : List.of(series.get(i).asDouble())).isEqualTo(found);
                        seen += found.size();
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    /** In the order of their figures, each with its own; variants of a platform stand together. */
    @Test
    void rankingsAreThoseOfTheFigures() {
        List<?> cards = (List<?>) page.evaluate(RANKINGS);
        assertThat(cards).hasSize(3);
        for (int setting = 0; setting < cards.size(); setting++) {
            double before = Double.MAX_VALUE;
            for (Object place : (List<?>) cards.get(setting)) {
                List<?> it = (List<?>) place;
                int point = 5 * setting + 4;
                List<Double> figures = results.path("metrics").valueStream()
                        .filter(row -> has(row, "metric", "throughput") && row.path("point").asInt() == point)
                        .filter(row -> titles(row.path("platform").asString()).contains(it.get(0)))
                        .map(row -> row.path("mean").asDouble())
                        .sorted()
                        .toList();
                assertThat(figures).as("%s", it).isNotEmpty();
                assertRounded((String) it.get(1), figures.get(0));
                String value = (String) it.get(1);
                double greatest = figures.get(figures.size() - 1);
                assertRounded(figures.size() == 1 ? value : value.substring(value.indexOf("to")), greatest);
                double middle = (figures.get(0) + greatest) / 2;
                assertThat(middle).isLessThanOrEqualTo(before);
                before = middle;
            }
        }
    }

    /** Whether any platform had a device busy at any point of a setting. */
    private static boolean isUsed(String device, int setting) {
        return results.path("metrics").valueStream()
                .filter(it -> has(it, "metric", device + ".utilization"))
                .anyMatch(it -> it.path("point").asInt() / 5 == setting - 1 && it.path("mean").asDouble() > 0);
    }

    private static double figure(JsonNode bound, String metric) {
        return results.path("metrics").valueStream()
                .filter(it -> has(it, "metric", metric) && it.path("point").equals(bound.path("point")))
                .filter(it -> it.path("platform").equals(bound.path("platform")) && it.path("variant").equals(bound.path("variant")))
                .filter(it -> it.path("guest").equals(bound.path("guest")))
                .map(it -> it.path("mean").asDouble())
                .findFirst()
                .orElseThrow();
    }

    private static void assertSum(JsonNode chart, int owner, double expected) {
        double sum = chart.path("series").valueStream()
                .mapToDouble(it -> it.path("values").path(owner).asDouble(0))
                .sum();
        assertThat(sum).as("%s", chart.path("id")).isCloseTo(expected, within(ROUNDING * Math.max(1, expected)));
    }

    private static List<List<List<String>>> tables(String selector) {
        @SuppressWarnings("unchecked")
        List<List<List<String>>> tables = (List<List<List<String>>>) page.evaluate(ROWS, selector);
        return tables;
    }

    private static List<JsonNode> ledger(String ledger, int owner, int point, Predicate<JsonNode> rows) {
        return results.path("ledgers").valueStream()
                .filter(it -> has(it, "ledger", ledger) && isOf(it, owner) && it.path("point").asInt() == point)
                .filter(rows)
                .toList();
    }

    private static JsonNode only(List<JsonNode> found, List<String> row) {
        assertThat(found).as("%s", row).isNotEmpty();
        return found.get(0);
    }

    private static double sum(List<JsonNode> rows, String field) {
        return rows.stream().mapToDouble(it -> it.path(field).asDouble()).sum();
    }

    private static boolean has(JsonNode node, String field, String value) {
        return node.path(field).asString().equals(value);
    }

    private static boolean isOf(JsonNode row, int owner) {
        JsonNode platform = results.path("platforms").get(owner);
        return row.path("platform").equals(platform.path("label")) && row.path("variant").equals(platform.path("variant"));
    }

    private static List<String> titles(String label) {
        return results.path("platforms").valueStream()
                .filter(it -> has(it, "label", label))
                .map(it -> it.path("title").asString())
                .toList();
    }

    private static void assertRounded(String text, double value) {
        Matcher number = NUMBER.matcher(text.replace("\u202f", "").replace("\u2212", "-"));
        assertThat(number.find()).as("a number in %s", text).isTrue();
        assertThat(isRounded(number.group(), value)).as("%s is %s", text, value).isTrue();
    }

    private static boolean isRounded(String shown, double value) {
        BigDecimal number = new BigDecimal(shown);
        return Math.abs(number.doubleValue() - value) <= 0.5000001 * Math.pow(10, -number.scale());
    }
}
