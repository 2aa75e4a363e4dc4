package dev.trapline.reports.chart;

import dev.trapline.reports.chart.ChartDescription.Form;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.IChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How a chart is drawn by XChart. */
final class ChartDrawing {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 420;
    private static final Color TEXT = new Color(0x2b3036);
    private static final Color GRID = new Color(0xdfe2e6);

    private ChartDrawing() {}

    static IChart of(ChartDescription chart) {
        return chart.isAlongNumbers() ? lines(chart) : bars(chart);
    }

    private static XYChart lines(ChartDescription chart) {
        XYChart drawn = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title(chart))
                .xAxisTitle(chart.x().words())
                .yAxisTitle(chart.y().words())
                .build();
        style(drawn.getStyler(), chart);
        // XChart labels nothing if the labels of both ends are alike, so the ends are positions that have labels.
        if (chart.positions().size() > 1) {
            drawn.getStyler().setXAxisMin(chart.positions().get(0));
            drawn.getStyler()
                    .setXAxisMax(chart.positions().get(chart.positions().size() - 1));
        }
        drawn.getStyler().setXAxisLogarithmic(chart.x().spacing() == ChartDescription.Spacing.LOGARITHMIC);
        drawn.setCustomXAxisTickLabelsFormatter(chart.x()::labelAt);
        Set<String> names = new HashSet<>();
        for (ChartDescription.Series series : chart.series()) {
            int[] present = present(series);
            if (present.length > 0) {
                XYSeries line = drawn.addSeries(
                        unused(series.name(), names),
                        values(present, chart.positions()::get),
                        values(present, series.values()::get),
                        values(present, at -> chart.form() == Form.LINES ? error(series, at) : 0));
                boolean isPoints = chart.form() == Form.SCATTER && series.isBare();
                boolean isLine = chart.form() == Form.CURVES || (chart.form() == Form.SCATTER && !isPoints);
                line.setLineColor(series.ink().onWhite()).setLineStyle(isPoints ? SeriesLines.NONE : stroke(series));
                line.setMarker(isLine ? SeriesMarkers.NONE : marker(series))
                        .setMarkerColor(series.ink().onWhite());
            }
        }
        if (chart.form() == Form.LINES) {
            marks(drawn, chart, names);
        }
        return drawn;
    }

    /** Places that mean something, under one name each, in the order of their first. */
    private static void marks(XYChart drawn, ChartDescription chart, Set<String> names) {
        chart.marks().stream().map(ChartDescription.Mark::sign).distinct().forEach(sign -> {
            List<ChartDescription.Mark> own = chart.marks().stream()
                    .filter(it -> it.sign().equals(sign) && valueAt(chart, it) != null)
                    .toList();
            if (!own.isEmpty()) {
                XYSeries places = drawn.addSeries(
                        unused(sign.meaning(), names),
                        own.stream().mapToDouble(it -> chart.positions().get(it.position())).toArray(),
                        own.stream().mapToDouble(it -> valueAt(chart, it)).toArray());
                places.setLineStyle(SeriesLines.NONE);
                places.setMarker(sign.shape().marker()).setMarkerColor(TEXT);
            }
        });
    }

    /** XChart wants each name once; long ones that were shortened may be alike. */
    private static String unused(String name, Set<String> used) {
        String free = name;
        for (int number = 2; !used.add(free); number++) {
            free = name + " (" + number + ")";
        }
        return free;
    }

    private static Double valueAt(ChartDescription chart, ChartDescription.Mark mark) {
        return chart.series().get(mark.series()).values().get(mark.position());
    }

    private static Marker marker(ChartDescription.Series series) {
        return series.pattern().hollow() ? SeriesMarkers.SQUARE : SeriesMarkers.CIRCLE;
    }

    private static CategoryChart bars(ChartDescription chart) {
        CategoryChart drawn = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT + 90)
                .title(title(chart))
                .xAxisTitle(chart.x().words())
                .yAxisTitle(chart.y().words())
                .build();
        style(drawn.getStyler(), chart);
        drawn.getStyler().setStacked(chart.form() == Form.STACKED);
        drawn.getStyler().setOverlapped(chart.form() == Form.BARS);
        drawn.getStyler().setXAxisLabelRotation(40);
        List<String> categories =
                chart.x().ticks().stream().map(ChartDescription.Tick::label).toList();
        Set<String> names = new HashSet<>();
        for (ChartDescription.Series series : chart.series()) {
            List<Double> values = series.values().stream()
                    .map(it -> it == null ? (Double) 0.0 : it)
                    .toList();
            int[] all = IntStream.range(0, values.size()).toArray();
            CategorySeries bar = chart.form() == Form.STACKED
                    ? drawn.addSeries(unused(series.name(), names), categories, values)
                    : drawn.addSeries(
                            unused(series.name(), names),
                            categories,
                            values,
                            Arrays.stream(values(all, at -> error(series, at)))
                                    .boxed()
                                    .toList());
            bar.setFillColor(
                    series.pattern().hatched()
                            ? pale(series.ink())
                            : series.ink().onWhite());
        }
        return drawn;
    }

    private static void style(AxesChartStyler styler, ChartDescription chart) {
        styler.setChartBackgroundColor(Color.WHITE).setChartFontColor(TEXT).setPlotBorderVisible(false);
        styler.setLegendPosition(Styler.LegendPosition.OutsideE)
                .setLegendBorderColor(Color.WHITE)
                .setLegendFont(font(Font.PLAIN, 11));
        styler.setChartTitleFont(font(Font.BOLD, 15)).setChartTitleBoxVisible(false);
        styler.setAxisTitleFont(font(Font.PLAIN, 12))
                .setAxisTickLabelsFont(font(Font.PLAIN, 11))
                .setAxisTickLabelsColor(TEXT);
        styler.setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setPlotGridVerticalLinesVisible(false);
        styler.setErrorBarsColorSeriesColor(true);
        styler.setYAxisMin(chart.y().low()).setYAxisMax(chart.y().high());
        styler.setYAxisLogarithmic(chart.y().spacing() == ChartDescription.Spacing.LOGARITHMIC);
        styler.setYAxisTickLabelsFormattingFunction(chart.y()::labelAt);
        styler.setMarkerSize(6);
    }

    private static String title(ChartDescription chart) {
        return chart.setting().isEmpty() ? chart.title() : chart.title() + " \u00b7 " + chart.setting();
    }

    private static Font font(int style, int size) {
        return new Font(Font.SANS_SERIF, style, size);
    }

    private static BasicStroke stroke(ChartDescription.Series series) {
        List<Integer> dashes = series.pattern().dashes();
        float[] lengths = new float[dashes.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = dashes.get(i);
        }
        float[] dash = lengths.length == 0 ? null : lengths;
        return new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }

    private static Color pale(Ink ink) {
        Color full = ink.onWhite();
        return new Color((full.getRed() + 510) / 3, (full.getGreen() + 510) / 3, (full.getBlue() + 510) / 3);
    }

    private static int[] present(ChartDescription.Series series) {
        return IntStream.range(0, series.values().size())
                .filter(at -> series.values().get(at) != null)
                .toArray();
    }

    private static double[] values(int[] places, Function<Integer, Double> value) {
        return Arrays.stream(places).mapToDouble(value::apply).toArray();
    }

    /** The longer half of the interval: XChart draws symmetrical ones only. */
    private static double error(ChartDescription.Series series, int at) {
        Double low = series.low().get(at);
        Double high = series.high().get(at);
        Double value = series.values().get(at);
        return low == null || high == null || value == null ? 0 : Math.max(value - low, high - value);
    }
}
