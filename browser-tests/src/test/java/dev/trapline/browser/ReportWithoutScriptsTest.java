package dev.trapline.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.Locator;
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
                    .isEqualTo(21);
            assertThat(opened.page().locator("figure canvas").count()).isZero();
            for (ElementHandle picture : pictures.elementHandles()) {
                assertThat(picture.isVisible()).isTrue();
                assertThat(picture.boundingBox().width).isGreaterThan(300);
                assertThat(picture.getAttribute("alt")).isNotBlank();
            }
            assertThat(opened.errors()).isEmpty();
            assertThat(opened.requests()).containsExactly(report.toUri().toString());
        }
    }
}
