package dev.trapline.benchmarks.scenarios;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Draws what {@link GrowthStudy} printed. Arguments: its output, and the picture. */
public final class GrowthCharts {
    private static final Map<String, String> GROWS =
            Map.of("guests", "guests", "cores", "cores", "packets", "offered to each of 8 guests, Mb/s");

    private GrowthCharts() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Map<String, List<double[]>>> series = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            String[] cells = line.split("\t");
            if (GROWS.containsKey(cells[0])) {
                series.computeIfAbsent(cells[0], key -> new LinkedHashMap<>())
                        .computeIfAbsent(cells[2], key -> new ArrayList<>())
                        .add(new double[] {Double.parseDouble(cells[1]), Double.parseDouble(cells[3])});
            }
        }
        List<XYChart> charts = new ArrayList<>();
        series.forEach((name, platforms) -> charts.add(chart(GROWS.get(name), platforms)));
        BitmapEncoder.saveBitmap(charts, 1, charts.size(), arguments[1].replace(".png", ""), BitmapFormat.PNG);
    }

    private static XYChart chart(String grows, Map<String, List<double[]>> platforms) {
        XYChart chart = new XYChartBuilder()
                .width(430)
                .height(330)
                .xAxisTitle(grows)
                .yAxisTitle("s of core for a simulated s")
                .build();
        chart.getStyler()
                .setXAxisLogarithmic(true)
                .setYAxisLogarithmic(true)
                .setChartBackgroundColor(Color.WHITE)
                .setLegendPosition(LegendPosition.InsideNW);
        platforms.forEach((platform, places) -> chart.addSeries(
                platform,
                places.stream().mapToDouble(place -> place[0]).toArray(),
                places.stream().mapToDouble(place -> place[1]).toArray()));
        return chart;
    }
}
