package dev.trapline.reports.page;

import dev.trapline.reports.digest.Figures;

/** How a verdict's word is shown, and which way a metric is good. */
final class Tone {
    private Tone() {}

    /** The style class of a verdict's word. */
    static String of(String word) {
        return switch (word) {
            case "better" -> "better";
            case "worse" -> "worse";
            case "no difference shown" -> "same";
            default -> "open";
        };
    }

    static boolean isDecided(String word) {
        return word.equals("better") || word.equals("worse");
    }

    static boolean higherIsBetter(String metric) {
        return metric.contains("throughput");
    }

    /** A metric as people say it. */
    static String words(String metric) {
        if (metric.startsWith("latency.p")) {
            return Figures.value(Double.parseDouble(metric.substring("latency.p".length())))
                    + "th percentile of latency";
        }
        return metric.equals("latency.mean")
                ? "mean latency"
                : metric.replace('.', ' ').replace('-', ' ');
    }
}
