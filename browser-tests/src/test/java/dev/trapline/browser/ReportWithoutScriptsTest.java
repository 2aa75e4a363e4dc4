package dev.trapline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import dev.trapline.reports.ResultComparisonReport;
import dev.trapline.reports.SampleComparison;
import dev.trapline.reports.SampleFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the sample results where scripts are off: pictures stand in for the charts. */
final class ReportWithoutScriptsTest {
    @TempDir
    private Path folder;

    @Test
    void picturesOfTheSameDataAreShown() throws IOException {
        Path report = SampleFolder.write("hosted-versus-bare-metal", folder.resolve("report"))
                .page();
        try (Browser browser = Browser.startWithoutScripts(folder.resolve("profile"))) {
            WatchedPage opened = browser.newPage().open(report);
            Locator pictures = opened.page().locator("figure img");
            assertThat(pictures.count())
                    .isEqualTo(opened.page().locator("figure").count())
                    .isEqualTo(33);
            assertThat(opened.page().locator("figure canvas").count()).isZero();
            int visible = 0;
            for (ElementHandle picture : pictures.elementHandles()) {
                assertThat(picture.getAttribute("alt")).isNotBlank();
                if (picture.isVisible()) {
                    visible++;
                    assertThat(picture.boundingBox().width).isGreaterThan(300);
                }
            }
            // Of three percentiles and two views of core time a reader sees one at a time.
            assertThat(visible).isEqualTo(33 - 3 * 2 - 3);
            Locator another = opened.page().locator("#figure-latency-p99-1 img");
            assertThat(another.isVisible()).isFalse();
            opened.page().locator("label[for=choice-growth-p99]").click();
            assertThat(another.isVisible()).isTrue();
            assertThat(opened.errors()).isEmpty();
            assertThat(opened.requests()).containsExactly(report.toUri().toString());
        }
    }

    @Test
    void changesAreDrawnToo() throws IOException {
        Path page = folder.resolve("compare.html");
        ResultComparisonReport.write(SampleComparison.of("esx-3.5"), "results/one", "results/other", page);
        try (Browser browser = Browser.startWithoutScripts(folder.resolve("profile"))) {
            WatchedPage opened = browser.newPage().open(page);
            // Of each of three metrics three platforms at three points, one of a fourth, and five that got worse or better most.
            Locator dots = opened.page().locator(".changes circle");
            assertThat(dots.count()).isEqualTo(3 * 9 + 1 + 5 + 5);
            for (ElementHandle dot : dots.elementHandles()) {
                assertThat(dot.isVisible()).isTrue();
            }
            assertThat(opened.page().locator("#metric-throughput .change").first().innerText()).isEqualTo("0.00 (\u22120.40 to +0.40) %");
            assertThat(opened.errors()).isEmpty();
            assertThat(opened.requests()).containsExactly(page.toUri().toString());
        }
    }
}
