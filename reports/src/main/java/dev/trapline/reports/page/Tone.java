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

    /** A range of ratios as people say it: {@code 8 to 9 % less than Native}. */
    static String difference(String metric, double low, double high, String reference) {
        long below = Math.round(100 * (low - 1));
        long above = Math.round(100 * (high - 1));
        if (below == 0 && above == 0) {
            return "equal to " + reference + " within half a percent";
        }
        String less = higherIsBetter(metric) ? " % less than " : " % shorter than ";
        String more = higherIsBetter(metric) ? " % more than " : " % longer than ";
        if (below < 0 && above > 0) {
            return -below + less.replace(" than ", "") + " to " + above + more + reference;
        }
        long least = Math.min(Math.abs(below), Math.abs(above));
        long most = Math.max(Math.abs(below), Math.abs(above));
        return (least == most ? "" : least + " to ") + most + (below < 0 ? less : more) + reference;
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
