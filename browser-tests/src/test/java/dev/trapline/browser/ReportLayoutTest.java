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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages at a desk and on a phone, light and dark: nothing overflows, nothing is complained of, everyone can read them. */
final class ReportLayoutTest {
    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Browser withoutScripts;
    private static Path report;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start(folder.resolve("profile"));
        withoutScripts = Browser.startWithoutScripts(folder.resolve("profile-without-scripts"));
        report = SampleFolder.write("hosted-versus-bare-metal", folder.resolve("report"))
                .page();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (withoutScripts != null) {
            withoutScripts.close();
        }
    }

    @Test
    void everyWidthAndSchemeFitsAndIsAccessible() throws IOException {
        assertFitsAndIsAccessible(report);
    }

    @Test
    void theIndexIsAsGood() throws IOException {
        Path runs = folder.resolve("runs");
        SampleFolder.write("one", runs.resolve("one"));
        SampleFolder.write("other", runs.resolve("other"));
        assertFitsAndIsAccessible(ReportIndex.write(runs));
    }

    @Test
    void theValidationPageIsAsGood() throws IOException {
        List<Comparison> rows = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            double found = i % 3 == 0 ? 1.4 * i : 1.02 * i;
            rows.add(new Comparison(
                    "experiment-" + i % 4, "table", "row " + i, "xen-2003", "predict", i + " /s",
                    found + " /s", i, found, "/s", 1, found / i, "2 %", i % 3 != 0, i % 3 == 0 ? "a reason" : ""));
        }
        Path page = folder.resolve("validation.html");
        ComparisonReport.write(rows, "Half of them are near.", page);
        assertFitsAndIsAccessible(page);
    }

    @Test
    void theComparisonOfTwoResultsIsAsGood() throws IOException {
        Path page = folder.resolve("compare.html");
        ResultComparisonReport.write(SampleComparison.of("esx-3.5"), "results/one", "results/other", page);
        assertFitsAndIsAccessible(page);
    }

    private static void assertFitsAndIsAccessible(Path page) throws IOException {
        for (int width : Viewing.WIDTHS) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                WatchedPage opened = Viewing.open(browser, page, width, scheme);
                Viewing.assertFits(opened.page(), width);
                Viewing.assertAccessible(opened.page());
                assertThat(opened.messages()).isEmpty();
                opened.page().close();
                assertGoodWithoutScripts(page, width, scheme);
            }
        }
    }

    /** The checks of accessibility are a script: they are shown the page as it stands where scripts are off. */
    private static void assertGoodWithoutScripts(Path file, int width, ColorScheme scheme) throws IOException {
        WatchedPage bare = Viewing.open(withoutScripts, file, width, scheme);
        Viewing.assertFits(bare.page(), width);
        assertThat(bare.messages()).isEmpty();
        int pictures = bare.page().locator("figure img:visible").count();
        String still = bare.page().content().replaceAll("(?s)<script\\b.*?</script>", "").replaceAll("</?noscript>", "");
        bare.page().close();
        Path copy = Files.writeString(folder.resolve("still.html"), still);
        WatchedPage shown = Viewing.open(browser, copy, width, scheme);
        Viewing.assertFits(shown.page(), width);
        assertThat(shown.page().locator("figure img:visible").count()).isEqualTo(pictures);
        Viewing.assertAccessible(shown.page());
        shown.page().close();
    }
}
