package dev.trapline.reports.page;

import dev.trapline.reports.chart.ChartDescription;
import dev.trapline.reports.chart.ScatterCharts;
import dev.trapline.reports.digest.Comparison;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All that the template {@code validation.jte} shows: measured against simulated, hits and misses alike. */
public record ComparisonPage(String summary, Page.Chapter chapter, List<Source> sources, Page.Assets assets) {
    private static final String RATIO = "Ratio to native";
    private static final List<String> SET_UP = List.of("input", "identify");

    /** The figures of one published table, or of one scenario. */
    public record Source(String name, long met, List<Comparison> rows) {}

    /** What is drawn of them: what sets an experiment up has to come out as it is. */
    public static List<ChartDescription> charts(List<Comparison> rows) {
        List<Comparison> claimed =
                rows.stream().filter(it -> !SET_UP.contains(it.kind())).toList();
        List<ScatterCharts.Point> points = new ArrayList<>();
        claimed.stream()
                .filter(it -> it.ratioMeasured() > 0)
                .forEach(it -> points.add(point(it, RATIO, "", it.ratioMeasured(), it.ratioFound())));
        claimed.stream()
                .filter(it -> it.ratioMeasured() == 0)
                .forEach(it -> points.add(point(it, "Figures", it.unit(), it.measured(), it.found())));
        return ScatterCharts.of(points);
    }

    private static ScatterCharts.Point point(
            Comparison it, String quantity, String unit, double measured, double found) {
        String name = ((it.table().isEmpty() ? it.experiment() : it.table()) + ", " + it.name() + ", " + it.platform()).strip();
        String words = ScatterCharts.words(name, measured, found, it.error());
        return new ScatterCharts.Point(quantity, unit, it.kind(), it.met(), words, measured, found);
    }

    /** @param pictures PNG by chart id; may lack any */
    public static String html(
            List<Comparison> rows, String summary, List<ChartDescription> charts, Map<String, byte[]> pictures) {
        List<Page.Figure> figures = charts.stream()
                .map(chart -> new Page.Figure(
                        chart.id(),
                        chart.caption(),
                        chart.setting(),
                        chart.summary(),
                        chart.form().name().toLowerCase(Locale.ROOT),
                        "",
                        pictures.containsKey(chart.id())
                                ? Base64.getEncoder().encodeToString(pictures.get(chart.id()))
                                : "",
                        ""))
                .toList();
        Page.Chapter chapter = new Page.Chapter("scatter", "Measured against simulated", "", List.of(), figures);
        return Templates.render("validation.jte", new ComparisonPage(summary, chapter, sources(rows), PageAssets.of(charts)));
    }

    private static List<Source> sources(List<Comparison> rows) {
        Map<String, List<Comparison>> byTable = new LinkedHashMap<>();
        rows.forEach(it -> byTable.computeIfAbsent(
                        it.table().isEmpty() ? it.experiment() : it.table(), name -> new ArrayList<>())
                .add(it));
        return byTable.entrySet().stream()
                .map(it -> new Source(
                        it.getKey(), it.getValue().stream().filter(Comparison::met).count(), it.getValue()))
                .toList();
    }
}
