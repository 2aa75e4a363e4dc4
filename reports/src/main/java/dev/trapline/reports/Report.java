package dev.trapline.reports;

import dev.trapline.reports.chart.ChartDescription;
import dev.trapline.reports.chart.ChartPictures;
import dev.trapline.reports.chart.Charts;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.page.ReportPage;
import dev.trapline.result.Results;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The page and the pictures of one run.
 *
 * @param pictures PNG by file name without ending; none on a system without fonts
 */
record Report(byte[] page, Map<String, byte[]> pictures, List<String> notes) {

    static Report of(Results results, RunFacts facts) {
        Digest digest = Digest.of(results);
        Charts charts = Charts.of(digest);
        List<ChartDescription> all = charts.all().toList();
        List<String> notes = ChartPictures.obstacle()
                .map(reason ->
                        "No pictures were drawn: " + reason + ". The page shows its charts where scripts are on.")
                .stream()
                .toList();
        Map<String, byte[]> pictures = notes.isEmpty() ? ChartPictures.of(all, Math.max(1, facts.threads())) : Map.of();
        String html = ReportPage.html(digest, charts, pictures, facts.inWords(), notes);
        return new Report(html.getBytes(StandardCharsets.UTF_8), pictures, notes);
    }
}
