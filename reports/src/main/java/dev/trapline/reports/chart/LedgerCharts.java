package dev.trapline.reports.chart;

import dev.trapline.reports.chart.ChartDescription.Axis;
import dev.trapline.reports.chart.ChartDescription.Form;
import dev.trapline.reports.chart.ChartDescription.Pattern;
import dev.trapline.reports.chart.ChartDescription.Series;
import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Ledgers;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A ledger as stacked bars, one for each platform: the greatest parts with names, the rest as one.
 *
 * <p>A part's rank is its greatest share in any bar, so that what matters on one platform only is still named. A
 * place and mechanism keep their ink in all charts as long as there are inks enough.
 */
final class LedgerCharts {
    /** What is nowhere a hundredth of a bar has no name. */
    private static final double LEAST_SHARE = 0.01;

    private final Digest digest;
    private final Map<String, Ink> inks = new LinkedHashMap<>();

    /** What is stacked: work by place and mechanism, or waiting by what it waited for, where that is known. */
    private record Part(String name, String cause, boolean isWaiting) {
        static Part of(Results.LedgerRow row) {
            return new Part(Ledgers.words(row), Ledgers.cause(row), Ledgers.isWaiting(row));
        }
    }

    LedgerCharts(Digest digest) {
        this.digest = digest;
    }

    ChartDescription of(
            String id, String title, String setting, String label, String unit, Predicate<Results.LedgerRow> wanted) {
        List<Contender> contenders = digest.contenders().all();
        List<Results.LedgerRow> rows =
                digest.results().ledgers().stream().filter(wanted).toList();
        List<Map<Part, Double>> bars =
                contenders.stream().map(it -> bar(it, rows)).toList();
        List<Series> series = series(greatestShares(bars), bars);
        Axis names = Scales.names("", contenders.stream().map(Contender::name).toList());
        Axis y = Scales.sums(label, unit, series, bars.size());
        return new ChartDescription(
                id, title, setting, Form.STACKED, names, y, MetricCharts.indexes(bars.size()), series, List.of());
    }

    private static Map<Part, Double> bar(Contender contender, List<Results.LedgerRow> rows) {
        return rows.stream()
                .filter(row -> contender.owns(row.platform(), row.variant()))
                .collect(Collectors.toMap(Part::of, Results.LedgerRow::value, Double::sum, LinkedHashMap::new));
    }

    private static Map<Part, Double> greatestShares(List<Map<Part, Double>> bars) {
        Map<Part, Double> shares = new LinkedHashMap<>();
        for (Map<Part, Double> bar : bars) {
            double total = bar.values().stream().mapToDouble(it -> it).sum();
            bar.forEach((part, value) -> shares.merge(part, total > 0 ? value / total : 0, Math::max));
        }
        return shares;
    }

    private List<Series> series(Map<Part, Double> shares, List<Map<Part, Double>> bars) {
        List<Part> greatest = shares.entrySet().stream()
                .filter(it -> it.getValue() >= LEAST_SHARE)
                .sorted(Map.Entry.<Part, Double>comparingByValue().reversed())
                .limit(Ink.MOST_PARTS)
                .map(Map.Entry::getKey)
                .toList();
        List<Part> named = greatest.stream()
                .sorted(Comparator.comparing(Part::isWaiting).thenComparingInt(greatest::indexOf))
                .toList();
        List<Part> rest = shares.keySet().stream()
                .filter(part -> !greatest.contains(part))
                .toList();
        Map<String, Ink> own = inks(named);
        List<Series> series = new ArrayList<>();
        named.forEach(
                part -> series.add(series(part.name(), own.get(part.cause()), part.isWaiting(), List.of(part), bars)));
        if (!rest.isEmpty()) {
            String name = "other (" + rest.size() + (rest.size() == 1 ? " part)" : " parts)");
            series.add(series(name, Ink.OTHER, false, rest, bars));
        }
        return series;
    }

    private static Series series(
            String name, Ink ink, boolean waiting, List<Part> parts, List<Map<Part, Double>> bars) {
        List<Double> values = new ArrayList<>();
        List<Double> none = new ArrayList<>();
        for (Map<Part, Double> bar : bars) {
            double sum = parts.stream()
                    .mapToDouble(part -> bar.getOrDefault(part, 0.0))
                    .sum();
            values.add(bar.isEmpty() ? null : (Double) sum);
            none.add(null);
        }
        return new Series(name, ink, waiting ? Pattern.BROKEN : Pattern.PLAIN, values, none, none);
    }

    /** The inks that the parts had in earlier charts, and for new ones the first that is free in this chart. */
    private Map<String, Ink> inks(List<Part> parts) {
        Map<String, Ink> own = new LinkedHashMap<>();
        for (Part part : parts) {
            Ink kept = inks.get(part.cause());
            if (kept != null && !own.containsValue(kept)) {
                own.put(part.cause(), kept);
            }
        }
        for (Part part : parts) {
            own.computeIfAbsent(part.cause(), cause -> {
                Ink free = firstFree(own);
                inks.putIfAbsent(cause, free);
                return free;
            });
        }
        return own;
    }

    private Ink firstFree(Map<String, Ink> own) {
        Ink unusedInThisChart = null;
        for (int i = 0; i < Ink.MOST_PARTS; i++) {
            Ink ink = Ink.part(i);
            if (!own.containsValue(ink)) {
                if (!inks.containsValue(ink)) {
                    return ink;
                }
                unusedInThisChart = unusedInThisChart == null ? ink : unusedInThisChart;
            }
        }
        return unusedInThisChart;
    }
}
