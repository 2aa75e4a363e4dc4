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
        SampleFolder.writeHostile(" & <b>", folder.resolve("a b"));
        write("nested/two");
        Files.createDirectories(folder.resolve("broken"));
        Files.writeString(folder.resolve("broken/results.json"), "{}");
        assertThat(ReportIndex.fits(folder)).isTrue();
        String page = Files.readString(ReportIndex.write(folder));
        assertThat(page)
                .contains("3 runs", "small &amp; &lt;b&gt;", "href=\"./a%20b/report.html\"", "href=\"./nested/two/report.html\"")
                .contains("carries 15 to 25 % less than native (", "1 cannot be read", "default-src &#39;none&#39;")
                .doesNotContain("small & <b>");
        assertThat(ReportIndex.write(folder)).exists();
    }

    @Test
    void aRunWithoutAReportGetsOne() throws IOException {
        write("lost");
        Files.delete(folder.resolve("lost/report.html"));
        ReportIndex.write(folder);
        assertThat(folder.resolve("lost/report.html")).exists();
    }

    @Test
    void aPageOfSomebodyElseStays() throws IOException {
        write("mine");
        Files.writeString(folder.resolve("index.html"), "<p>my own</p>");
        assertThatThrownBy(() -> ReportIndex.write(folder)).isInstanceOf(ForeignFolderException.class);
        assertThat(folder.resolve("index.html")).hasContent("<p>my own</p>");
    }

    @Test
    void aFolderWithoutRunsIsNoIndex() throws IOException {
        assertThat(ReportIndex.fits(folder)).isFalse();
        write("mine");
        assertThat(ReportIndex.fits(folder.resolve("mine"))).isFalse();
    }

    private void write(String name) throws IOException {
        ReportFolder.write(SmallResults.oneOfEach(), SampleResults.facts(), folder.resolve(name));
    }
}
