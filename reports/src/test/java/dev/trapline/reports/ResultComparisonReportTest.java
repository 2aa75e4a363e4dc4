package dev.trapline.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of two results says what got worse, by how much, and what was changed, and lets nothing in. */
final class ResultComparisonReportTest {
    private static final Pattern PLACE = Pattern.compile("(?:cx|x1|x2|x)=\"([^\"]*)%\"");

    @TempDir
    private Path folder;

    private String page(String name) throws IOException {
        Path page = folder.resolve("deep/compare.html");
        ResultComparisonReport.write(SampleComparison.of(name), "results/" + name, "results/b", page);
        try (var files = Files.list(page.getParent())) {
            assertThat(files).containsExactly(page);
        }
        return Files.readString(page);
    }

    @Test
    void theAnswerComesFirst() throws IOException {
        assertThat(page("esx-3.5"))
                .contains("B is worse in 7 of 29 figures, most by 16\u202f%: mean latency of xenserver-4.1, load,"
                        + " guests.load.count=16; 9 are better.")
                .contains("compared paired or as independent (Welch) at 95\u202f%")
                .contains("<td>256 MiB</td><td>512 MiB</td>")
                .contains("<td>0123456789ab</td><td>1123456789ab</td>")
                .contains("\u221216.0 (\u221218.0 to \u221214.0) %")
                .contains("Only in A");
    }

    @Test
    void everyMarkLiesInsideItsDrawing() throws IOException {
        Matcher place = PLACE.matcher(page("esx-3.5"));
        int marks = 0;
        while (place.find()) {
            assertThat(Double.parseDouble(place.group(1))).isBetween(0.0, 100.0);
            marks++;
        }
        assertThat(marks).isGreaterThan(100);
    }

    @Test
    void namesAreText() throws IOException {
        assertThat(page("<script>alert(1)</script>\u202e"))
                .doesNotContain("<script>alert")
                .doesNotContain("\u202e")
                .contains("&lt;script&gt;alert(1)");
    }

    @Test
    void aForeignPageIsNotReplaced() throws IOException {
        Path foreign = Files.writeString(folder.resolve("mine.html"), "<p>mine");
        assertThatThrownBy(() -> ResultComparisonReport.write(SampleComparison.of("x"), "a", "b", foreign))
                .isInstanceOf(ForeignFolderException.class);
        assertThat(Files.readAllLines(foreign)).isEqualTo(List.of("<p>mine"));
    }
}
