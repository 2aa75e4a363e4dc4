package dev.trapline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.trapline.reports.SampleFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a reader sees of a search for a limit is what {@code results.json} holds. */
final class ReportLimitsTest {
    private static final String ROWS = "() => Array.from(document.querySelectorAll('table.limits tbody tr')).map(row =>"
            + " Array.from(row.cells).map(cell => cell.textContent.trim()))";

    @TempDir
    private Path folder;

    @Test
    void theLeadAndTheTableAreThoseOfTheResults() throws IOException {
        Path report = SampleFolder.writeLimits(folder.resolve("report")).page();
        JsonNode results = new JsonMapper().readTree(report.resolveSibling("results.json"));
        try (Browser browser = Browser.start(folder.resolve("profile"))) {
            Page page = browser.newPage().open(report).page();
            String lead = page.locator(".lead-answer").first().textContent().replace('\u00a0', ' ');
            List<?> rows = (List<?>) page.evaluate(ROWS);
            JsonNode limits = results.path("limits");
            assertThat(rows).hasSameSizeAs(limits).hasSize(4);
            for (int i = 0; i < limits.size(); i++) {
                assertLimit(limits.get(i), results, (List<?>) rows.get(i), lead);
            }
        }
    }

    private static void assertLimit(JsonNode limit, JsonNode results, List<?> row, String lead) {
        String value = limit.path("value").asString();
        String low = limit.path("low").asString();
        String high = limit.path("high").asString();
        String title = of(results.path("platforms"), "label", limit).path("title").asString();
        JsonNode drawn = of(results.path("drawRanges"), "platform", limit);
        assertThat(row.get(0)).isEqualTo(title);
        switch (limit.path("outcome").asString()) {
            case "refused" -> {
                assertThat(lead).contains(title + " does not support even 1 guest");
                assertThat(row.get(1)).isEqualTo("\u2013");
                assertThat(row.get(2)).isEqualTo("not supported");
            }
            case "all" -> {
                assertThat(lead).contains(title + " carries at least " + value + " guests");
                assertThat(row.get(1)).isEqualTo("at least " + value);
            }
            default -> {
                String interval = low.equals(high) ? "" : " (" + low + " to " + high + ")";
                assertThat(lead).contains(title + " carries " + value + " guests" + interval);
                assertThat(row.get(1)).isEqualTo(value);
                assertThat((String) row.get(2)).startsWith((low.equals(high) ? "" : low + " to ") + high + " at 95");
            }
        }
        long least = drawn.path("low").asLong(0);
        long most = drawn.path("high").asLong(0);
        assertThat(row.get(3))
                .isEqualTo(drawn.isMissingNode() ? "\u2013" : least == most ? Long.toString(least) : least + " to " + most);
    }

    private static JsonNode of(JsonNode rows, String owner, JsonNode limit) {
        return rows.valueStream()
                .filter(it -> it.path(owner).equals(limit.path("platform")))
                .findFirst()
                .orElse(limit.path("none"));
    }
}
