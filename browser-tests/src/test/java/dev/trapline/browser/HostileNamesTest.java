package dev.trapline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.trapline.reports.ComparisonReport;
import dev.trapline.reports.ReportIndex;
import dev.trapline.reports.ResultComparisonReport;
import dev.trapline.reports.SampleComparison;
import dev.trapline.reports.SampleFolder;
import dev.trapline.reports.digest.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names made to break a page, with marks of HTML, controls of direction and 10,000 letters: they are text, fit and do nothing. */
final class HostileNamesTest {
    private static final String MARKS = "<b>&amp;\"'\u202e\u2066<img src=x onerror=alert(1)>";
    private static final String HOSTILE = MARKS + "x".repeat(10_000);

    @TempDir
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.start(folder.resolve("profile"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void inTheReport() throws IOException {
        assertHarmless(SampleFolder.writeHostile(HOSTILE, folder.resolve("hostile")).page());
    }

    @Test
    void inTheIndexAndInNamesOfFolders() throws IOException {
        Path runs = folder.resolve("runs");
        SampleFolder.writeHostile(HOSTILE, runs.resolve("<b>&amp;\"'\u202e\u2066" + "y".repeat(200)));
        SampleFolder.write("one", runs.resolve("one"));
        Path index = ReportIndex.write(runs);
        assertHarmless(index);
        WatchedPage opened = Viewing.open(browser, index, 1280, ColorScheme.LIGHT);
        opened.page().locator("tbody a").first().click();
        assertThat(opened.page().locator("#verdict").count()).isEqualTo(1);
        opened.page().close();
    }

    @Test
    void inTheValidationPage() throws IOException {
        List<Comparison> rows = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            rows.add(new Comparison(
                    "experiment" + HOSTILE, "table" + HOSTILE, "row " + i + HOSTILE, "xen" + HOSTILE, i % 2 == 0 ? "predict" : "order",
                    i + HOSTILE, i + HOSTILE, i, i, "/s", 1, 1.1, "2 %" + HOSTILE, i % 2 == 0, HOSTILE));
        }
        Path page = folder.resolve("validation.html");
        ComparisonReport.write(rows, HOSTILE, page);
        assertHarmless(page);
    }

    @Test
    void inTheComparisonOfTwoResults() throws IOException {
        Path page = folder.resolve("compare.html");
        ResultComparisonReport.write(SampleComparison.of(HOSTILE), HOSTILE, "results/other", page);
        assertHarmless(page);
    }

    private static void assertHarmless(Path file) {
        for (int width : Viewing.WIDTHS) {
            WatchedPage opened = Viewing.open(browser, file, width, ColorScheme.LIGHT);
            Viewing.assertFits(opened.page(), width);
            assertThat(opened.page().locator("b b, h1 b, td b, th b, img[src=x], [onerror]").count()).isZero();
            assertThat((String) opened.page().evaluate("document.body.textContent"))
                    .contains("<b>&amp;\"'")
                    .doesNotContain("\u202e")
                    .doesNotContain("\u2066");
            assertThat(opened.page()
                            .locator("meta[http-equiv=Content-Security-Policy]")
                            .getAttribute("content"))
                    .startsWith("default-src 'none'")
                    .contains("base-uri 'none'");
            assertThat(opened.messages()).isEmpty();
            opened.page().close();
        }
    }
}
