package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportIndexTest {
    @TempDir
    private Path folder;

    @Test
    void everyRunIsListedWithItsVerdictAndALinkToItsReport() throws IOException {
        SampleFolder.write("first & <b>", folder.resolve("a b"));
        SampleFolder.write("second", folder.resolve("nested/two"));
        Files.createDirectories(folder.resolve("broken"));
        Files.writeString(folder.resolve("broken/results.json"), "{}");
        assertThat(ReportIndex.fits(folder)).isTrue();
        String page = Files.readString(ReportIndex.write(folder));
        assertThat(page)
                .contains("3 runs", "first &amp; &lt;b&gt;", "href=\"./a%20b/report.html\"", "href=\"./nested/two/report.html\"")
                .contains("than No hypervisor (", "1 cannot be read", "default-src &#39;none&#39;")
                .doesNotContain("first & <b>");
        assertThat(ReportIndex.write(folder)).exists();
    }

    @Test
    void aRunWithoutAReportGetsOne() throws IOException {
        SampleFolder.write("lost", folder.resolve("lost"));
        Files.delete(folder.resolve("lost/report.html"));
        ReportIndex.write(folder);
        assertThat(folder.resolve("lost/report.html")).exists();
    }

    @Test
    void aPageOfSomebodyElseStays() throws IOException {
        SampleFolder.write("mine", folder.resolve("mine"));
        Files.writeString(folder.resolve("index.html"), "<p>my own</p>");
        assertThatThrownBy(() -> ReportIndex.write(folder)).isInstanceOf(ForeignFolderException.class);
        assertThat(folder.resolve("index.html")).hasContent("<p>my own</p>");
    }

    @Test
    void aFolderWithoutRunsIsNoIndex() throws IOException {
        assertThat(ReportIndex.fits(folder)).isFalse();
        SampleFolder.write("mine", folder.resolve("mine"));
        assertThat(ReportIndex.fits(folder.resolve("mine"))).isFalse();
    }
}
