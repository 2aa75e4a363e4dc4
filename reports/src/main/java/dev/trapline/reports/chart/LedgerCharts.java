package dev.trapline.reports.chart;

import dev.trapline.reports.chart.ChartDescription.Axis;
import dev.trapline.reports.chart.ChartDescription.Form;
import dev.trapline.reports.chart.ChartDescription.Pattern;
import dev.trapline.reports.chart.ChartDescription.Series;
import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.CoreTime;
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
 * A ledger as stacked bars, one for each platform: the greatest parts with names, the rest as one of work and one of
 * waiting.
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

    /** The mean time of a request of one kind. */
    ChartDescription timeOfRequest(String id, String title, String setting, Predicate<Results.LedgerRow> wanted) {
        List<Map<Part, Double>> bars = bars(wanted);
        return chart(id, title, setting, "mean time of a request", "ms", bars, series(greatestShares(bars), bars));
    }

    /** What the cores of a host were busy with in each simulated second; {@code of} ends the title. */
    ChartDescription busyTimeOfCores(String id, String of, String setting, int point, String host) {
        List<Map<Part, Double>> bars = bars(row -> isOfCores(row, point, host));
        return chart(id, "Busy core time" + of, setting, "busy core time", "ms per s", bars, series(greatestShares(bars), bars));
    }

    /** The same and what they were idle: all of their time. */
    ChartDescription allTimeOfCores(String id, String of, String setting, int point, String host) {
        List<Map<Part, Double>> bars = bars(row -> isOfCores(row, point, host));
        List<Series> series = new ArrayList<>(series(greatestShares(bars), bars));
        List<Double> idle = new ArrayList<>();
        List<Double> none = new ArrayList<>();
        for (Contender contender : digest.contenders().all()) {
            idle.add(CoreTime.of(digest, contender, point, host).map(CoreTime::idleMillis).orElse(null));
            none.add(null);
        }
        series.add(new Series("idle", Ink.IDLE, Pattern.PLAIN, idle, none, none));
        return chart(id, "All core time" + of, setting, "all core time", "ms per s", bars, series);
    }

    private static boolean isOfCores(Results.LedgerRow row, int point, String host) {
        return row.ledger().equals("cycles") && row.point() == point && Digest.isOn(host, row);
    }

    private List<Map<Part, Double>> bars(Predicate<Results.LedgerRow> wanted) {
        List<Results.LedgerRow> rows =
                digest.results().ledgers().stream().filter(wanted).toList();
        return digest.contenders().all().stream().map(it -> bar(it, rows)).toList();
    }

    private ChartDescription chart(
            String id,
            String title,
            String setting,
            String label,
            String unit,
            List<Map<Part, Double>> bars,
            List<Series> series) {
        List<Contender> contenders = digest.contenders().all();
        Axis names = Scales.names("", contenders.stream().map(Contender::name).toList());
        Axis y = Scales.sums(label, unit, series, bars.size());
        return new ChartDescription(
                id, title, setting, Form.STACKED, names, y, MetricCharts.indexes(bars.size()), series);
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
        rest(series, rest, false, bars);
        rest(series, rest, true, bars);
        return series;
    }

    /** Parts without a name of their own, so that what is solid adds up to all work and what is hatched to all waiting. */
    private static void rest(List<Series> series, List<Part> rest, boolean waiting, List<Map<Part, Double>> bars) {
        List<Part> parts =
                rest.stream().filter(part -> part.isWaiting() == waiting).toList();
        if (!parts.isEmpty()) {
            String name = (waiting ? "other waiting (" : "other work (") + parts.size()
                    + (parts.size() == 1 ? " part)" : " parts)");
            int place = waiting
                    ? series.size()
                    : (int) series.stream().filter(it -> !it.pattern().hatched()).count();
            series.add(place, series(name, Ink.OTHER, waiting, parts, bars));
        }
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
        return new Series(name, ink, waiting ? Pattern.HATCHED : Pattern.PLAIN, values, none, none);
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
