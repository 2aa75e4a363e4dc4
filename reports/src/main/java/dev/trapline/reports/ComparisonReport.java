package dev.trapline.reports;

import dev.trapline.reports.chart.ChartDescription;
import dev.trapline.reports.chart.ChartPictures;
import dev.trapline.reports.digest.Comparison;
import dev.trapline.reports.page.ComparisonPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A page of its own that sets published figures against simulated ones. */
public final class ComparisonReport {
    private ComparisonReport() {}

    /**
     * Writes the page.
     *
     * @param summary how well they agree, in a sentence or two
     * @throws ForeignFolderException if there is a file that Trapline did not write
     */
    public static void write(List<Comparison> rows, String summary, Path page) throws IOException {
        ReportIndex.requireOurs(page);
        List<ChartDescription> charts = ComparisonPage.charts(rows);
        Map<String, byte[]> pictures = ChartPictures.obstacle().isEmpty() ? ChartPictures.of(charts, 1) : Map.of();
        if (page.toAbsolutePath().getParent() != null) {
            Files.createDirectories(page.toAbsolutePath().getParent());
        }
        Files.writeString(page, ComparisonPage.html(rows, summary, charts, pictures));
    }
}
