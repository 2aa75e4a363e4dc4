package dev.trapline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.trapline.reports.SampleFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the sample results, with its scripts. */
final class ReportTest {
    private static final int CHARTS = 33;
    private static final int PHONE_WIDTH = 375;

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
    void aPhoneNeedsNoScrollingToTheSide() {
        Page page = browser.newPage().page();
        page.setViewportSize(PHONE_WIDTH, 800);
        page.navigate(report.toUri().toString());
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE_WIDTH);
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
    void theRulesOfAccessibilityAreKept() throws IOException {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = browser.newPage().page();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.navigate(report.toUri().toString());
            page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
            page.evaluate(resource("axe.min.js"));
            Object found = page.evaluate(
                    "async () => { const all = await axe.run(); return { passes: all.passes.length, violations:"
                        + " all.violations.map(it => it.id + ': ' + it.nodes.slice(0, 3).map(node => node.html).join('"
                        + " ')) }; }");
            assertThat(found).asInstanceOf(InstanceOfAssertFactories.MAP).containsEntry("violations", List.of());
            assertThat((Integer) ((Map<?, ?>) found).get("passes")).isGreaterThan(20);
        }
    }

    /** How much of a canvas is not transparent. */
    private static int inkedPixels(ElementHandle canvas) {
        return ((Number) canvas.evaluate("it => { const data = it.getContext('2d').getImageData(0, 0, it.width,"
                        + " it.height).data; let inked = 0; for (let i = 3; i < data.length; i += 4) { if"
                        + " (data[i] > 0) { inked++; } } return inked; }"))
                .intValue();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = ReportTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
