package dev.trapline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.trapline.reports.SampleFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the sample results, with its scripts. */
final class ReportTest {
    private static final int CHARTS = 33;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path report;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(folder.resolve("profile"));
        report = SampleFolder.write("hosted-versus-bare-metal", folder.resolve("report"))
                .page();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void everyChartIsDrawnAndNothingIsLoadedOrComplainedAbout() {
        WatchedPage opened = browser.newPage().open(report);
        Locator canvases = opened.page().locator("figure .plot canvas");
        assertThat(canvases.count())
                .isEqualTo(CHARTS)
                .isEqualTo(opened.page().locator("figure").count());
        for (ElementHandle canvas : canvases.elementHandles()) {
            assertThat(inkedPixels(canvas)).isGreaterThan(1000);
        }
        assertThat(opened.errors()).isEmpty();
        assertThat(opened.requests()).containsExactly(report.toUri().toString());
        assertThat(opened.page().evaluate("performance.getEntriesByType('resource').length"))
                .isEqualTo(0);
    }

    @Test
    void pointingAtAChartShowsItsValues() {
        Page page = browser.newPage().open(report).page();
        Locator plot = page.locator("[data-chart='throughput-2'] .u-over");
        plot.scrollIntoViewIfNeeded();
        plot.hover(new Locator.HoverOptions().setPosition(plot.boundingBox().width - 12, 40));
        assertThat(page.locator("[data-chart='throughput-2'] .tip").innerText())
                .contains("guests 16", "No hypervisor", "1\u202f770", "Virtual Server 2005 R2 SP1, optimised");
    }

    @Test
    void pointingAtABarShowsItsParts() {
        Page page = browser.newPage().open(report).page();
        Locator plot = page.locator("[data-chart='core-time-2'] .u-over");
        plot.scrollIntoViewIfNeeded();
        plot.hover(new Locator.HoverOptions().setPosition(20, plot.boundingBox().height - 20));
        Locator tip = page.locator("[data-chart='core-time-2'] .tip");
        assertThat(tip.innerText()).contains("optimised", "hypervisor: world-switch", "all");
        assertThat(tip.locator(".near").innerText()).contains("guest-user: compute");
    }

    @Test
    void arrowKeysReadAChart() {
        Page page = browser.newPage().open(report).page();
        Locator chart = page.locator("[data-chart='throughput-2']");
        chart.focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(chart.locator(".tip").innerText()).contains("guests 2");
        page.keyboard().press("Escape");
        assertThat(chart.locator(".tip").isVisible()).isFalse();
    }

    @Test
    void theKeyHidesAPlatformInAllChartsOfAChapter() {
        Page page = browser.newPage().open(report).page();
        Locator button = page.locator("#growth .key button").first();
        button.click();
        assertThat(button.getAttribute("aria-pressed")).isEqualTo("false");
        button.click();
        assertThat(button.getAttribute("aria-pressed")).isEqualTo("true");
    }

    @Test
    void tablesAreSortedByTheirNumbers() {
        Page page = browser.newPage().open(report).page();
        page.locator("#numbers summary").first().click();
        Locator table = page.locator("#numbers table").first();
        table.locator("thead button", new Locator.LocatorOptions().setHasText("throughput"))
                .click();
        List<Object> order = numbers(table);
        assertThat(order.stream().map(it -> ((Number) it).doubleValue()).toList())
                .isSorted()
                .hasSizeGreaterThan(10);
    }

    private static List<Object> numbers(Locator table) {
        @SuppressWarnings("unchecked")
        List<Object> numbers = (List<Object>)
                table.evaluate("table => Array.from(table.tBodies[0].rows).map(row => +row.cells[2].dataset.order)");
        return numbers;
    }

    @Test
    void darkPaperIsDrawnAnew() {
        Page page = browser.newPage().open(report).page();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 23, 27)");
        assertThat(page.locator("figure .plot canvas").count()).isEqualTo(CHARTS);
    }

    @Test
    void aScenarioNamedLikeAScriptDoesNoHarm() throws IOException {
        Path hostile = SampleFolder.write("<script>alert(1)</script>", folder.resolve("hostile"))
                .page();
        WatchedPage opened = browser.newPage();
        opened.page().onDialog(dialog -> {
            throw new AssertionError("a dialog opened: " + dialog.message());
        });
        opened.open(hostile);
        assertThat(opened.page().locator("h1").innerText()).isEqualTo("<script>alert(1)</script>");
        assertThat(opened.page().locator("figure .plot canvas").count()).isEqualTo(CHARTS);
        assertThat(opened.errors()).isEmpty();
    }

    @Test
    void aScriptThatGotInWouldNotRun() {
        WatchedPage opened = browser.newPage().open(report);
        opened.page()
                .evaluate("() => { const it = document.createElement('script'); it.textContent = 'window.ran = true';"
                        + " document.body.append(it); }");
        assertThat(opened.page().evaluate("window.ran === undefined")).isEqualTo(true);
    }

    @Test
    void aPercentileIsChosenByTheKeyboard() {
        Page page = browser.newPage().open(report).page();
        Locator chosen = page.locator("#figure-latency-p99-1");
        assertThat(chosen.isVisible()).isFalse();
        page.locator("#choice-growth-p95").focus();
        page.keyboard().press("ArrowRight");
        assertThat(chosen.isVisible()).isTrue();
        assertThat(page.locator("#figure-latency-p95-1").isVisible()).isFalse();
        page.waitForCondition(() -> chosen.locator("canvas").boundingBox().width > 300);
    }

    @Test
    void rowsOfALedgerAreFilteredAndAddedUp() {
        Page page = browser.newPage().open(report).page();
        page.locator("#time summary", new Page.LocatorOptions().setHasText("rows to sort and filter"))
                .first()
                .click();
        page.locator("#filter-0").fill("hypervisor service");
        Locator rows = page.locator("#time .filterable").first().locator("tbody tr:visible");
        assertThat(rows.count()).isPositive();
        assertThat(rows.allInnerTexts()).allMatch(text -> text.contains("hypervisor") && text.contains("service"));
        assertThat(page.locator(".filter output").first().innerText()).startsWith(rows.count() + " rows, ");
    }

    /** How much of a canvas is not transparent. */
    private static int inkedPixels(ElementHandle canvas) {
        return ((Number) canvas.evaluate("it => { const data = it.getContext('2d').getImageData(0, 0, it.width,"
                        + " it.height).data; let inked = 0; for (let i = 3; i < data.length; i += 4) { if"
                        + " (data[i] > 0) { inked++; } } return inked; }"))
                .intValue();
    }

}
