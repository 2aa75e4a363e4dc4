package dev.trapline.reports.chart;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.knowm.xchart.BitmapEncoder;

/**
 * Pictures of charts, as PNG, drawn without a screen; the same on any number of threads.
 *
 * <p>What Java draws with is loaded by one thread: {@link #prepare} and {@link #obstacle} wait for each other, and nobody draws
 * before he has asked for obstacles.
 */
public final class ChartPictures {
    private ChartPictures() {}

    /** Why no picture can be drawn on this system, or empty if they can. */
    public static synchronized Optional<String> obstacle() {
        try {
            System.setProperty("java.awt.headless", System.getProperty("java.awt.headless", "true"));
            BufferedImage page = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
            page.createGraphics()
                    .getFontMetrics(new Font(Font.SANS_SERIF, Font.PLAIN, 12))
                    .stringWidth("0");
            return Optional.empty();
        } catch (LinkageError | InternalError | RuntimeException problem) {
            Throwable root = problem.getCause() == null ? problem : problem.getCause();
            return Optional.of("Java found no fonts to draw with (" + root.getMessage() + ")");
        }
    }

    /** A picture of each chart, by the chart's id. */
    public static Map<String, byte[]> of(List<ChartDescription> charts, int threads) {
        Map<String, byte[]> pictures = new LinkedHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<byte[]>> drawn = new ArrayList<>();
            charts.forEach(chart -> drawn.add(pool.submit(() -> png(chart))));
            for (int i = 0; i < charts.size(); i++) {
                pictures.put(charts.get(i).id(), picture(charts.get(i), drawn.get(i)));
            }
        } finally {
            pool.shutdownNow();
        }
        return pictures;
    }

    private static byte[] picture(ChartDescription chart, Future<byte[]> drawn) {
        try {
            return drawn.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("cannot draw the chart " + chart.id(), failed.getCause());
        }
    }

    private static byte[] png(ChartDescription chart) {
        return SmallPng.of(BitmapEncoder.getBufferedImage(ChartDrawing.of(chart)));
    }

    /** Loads fonts and whatever else the first pictures wait for, by drawing one of each kind for nobody; for a thread of its own. */
    public static synchronized void prepare() {
        if (obstacle().isEmpty()) {
            png(nothing(ChartDescription.Form.LINES, ChartDescription.Spacing.PROPORTIONAL));
            png(nothing(ChartDescription.Form.STACKED, ChartDescription.Spacing.NAMES));
        }
    }

    private static ChartDescription nothing(ChartDescription.Form form, ChartDescription.Spacing spacing) {
        List<ChartDescription.Tick> ends = List.of(new ChartDescription.Tick(0, "a"), new ChartDescription.Tick(1, "b"));
        List<Double> values = List.of(0.25, 0.75);
        ChartDescription.Series series = new ChartDescription.Series(
                "series", Ink.part(0), ChartDescription.Pattern.PLAIN, values, values, values);
        return new ChartDescription(
                "nothing",
                "title",
                "",
                form,
                new ChartDescription.Axis("x", "", spacing, 0, 1, ends),
                new ChartDescription.Axis("y", "", ChartDescription.Spacing.PROPORTIONAL, 0, 1, ends),
                List.of(0.0, 1.0),
                List.of(series));
    }
}
