package dev.trapline.reports.chart;

import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Grid;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All charts of a run, by the part of the report that shows them.
 *
 * @param overview throughput and latency against what grows
 * @param timeOfRequests where the time of a request went, at the deciding points
 * @param cyclesOfCores what the cores did there
 * @param distributions latency over the share of requests, there as well
 * @param utilization of cores and devices against what grows
 * @param settingsLeftOut how many settings had no room
 */
public record Charts(
        List<ChartDescription> overview,
        List<ChartDescription> timeOfRequests,
        List<ChartDescription> cyclesOfCores,
        List<ChartDescription> distributions,
        List<ChartDescription> utilization,
        int settingsLeftOut) {

    private static final int MOST_SETTINGS = 12;

    public static Charts of(Digest digest) {
        return new ChartList(digest).charts();
    }

    public Stream<ChartDescription> all() {
        return Stream.of(overview, timeOfRequests, cyclesOfCores, distributions, utilization)
                .flatMap(List::stream);
    }

    /** Builds the charts setting by setting and numbers them. */
    private static final class ChartList {
        private final Digest digest;
        private final MetricCharts metrics;
        private final LedgerCharts ledgers;
        private final DistributionCharts distributions;
        private final List<Grid.Setting> settings;

        ChartList(Digest digest) {
            this.digest = digest;
            this.metrics = new MetricCharts(digest);
            this.ledgers = new LedgerCharts(digest);
            this.distributions = new DistributionCharts(digest);
            this.settings =
                    digest.grid().settings().stream().limit(MOST_SETTINGS).toList();
        }

        Charts charts() {
            List<ChartDescription> overview = new ArrayList<>();
            List<ChartDescription> time = new ArrayList<>();
            List<ChartDescription> cycles = new ArrayList<>();
            List<ChartDescription> curves = new ArrayList<>();
            List<ChartDescription> utilization = new ArrayList<>();
            for (int i = 0; i < settings.size(); i++) {
                String number = "-" + (i + 1);
                overview(overview, number, settings.get(i));
                time(time, number, settings.get(i));
                cycles(cycles, number, settings.get(i));
                curves(curves, number, settings.get(i));
                utilization(utilization, number, settings.get(i));
            }
            int leftOut = digest.grid().settings().size() - settings.size();
            return new Charts(overview, time, cycles, curves, utilization, leftOut);
        }

        private void overview(List<ChartDescription> charts, String number, Grid.Setting setting) {
            List<String> guests = digest.guests();
            for (int g = 0; g < guests.size(); g++) {
                String guest = guests.get(g);
                String id = number + (guests.size() > 1 ? "-" + (g + 1) : "");
                String of = guests.size() > 1 ? " of " + guest : "";
                add(charts, metrics.of("throughput" + id, "Throughput" + of, setting, guest, "throughput", false));
                add(
                        charts,
                        metrics.of(
                                "latency-p95" + id,
                                "95th percentile of latency" + of,
                                setting,
                                guest,
                                "latency.p95",
                                true));
            }
        }

        private void utilization(List<ChartDescription> charts, String number, Grid.Setting setting) {
            for (String device : List.of("core", "disk", "nic")) {
                String title = switch (device) {
                    case "core" -> "Cores busy";
                    case "disk" -> "Disks busy";
                    default -> "Network busy";
                };
                add(
                        charts,
                        metrics.of(
                                device + "-utilization" + number, title, setting, "", device + ".utilization", false));
            }
        }

        private void time(List<ChartDescription> charts, String number, Grid.Setting setting) {
            int point = setting.deciding().point();
            List<Kind> kinds = kindsInLedger(point);
            for (int k = 0; k < kinds.size(); k++) {
                Kind kind = kinds.get(k);
                String id = "request-time" + number + (kinds.size() > 1 ? "-" + (k + 1) : "");
                add(
                        charts,
                        ledgers.of(
                                id,
                                kind.title(kinds, "Mean time of a request"),
                                words(setting),
                                "mean time of a request",
                                "ms",
                                row -> row.ledger().equals("latency")
                                        && row.point() == point
                                        && kind.equals(Kind.of(row))));
            }
        }

        private void cycles(List<ChartDescription> charts, String number, Grid.Setting setting) {
            int point = setting.deciding().point();
            add(
                    charts,
                    ledgers.of(
                            "core-time" + number,
                            "Core time",
                            words(setting),
                            "core time",
                            "ms per s",
                            row -> row.ledger().equals("cycles") && row.point() == point));
        }

        private void curves(List<ChartDescription> charts, String number, Grid.Setting setting) {
            int point = setting.deciding().point();
            List<Kind> kinds = digest.results().percentiles().stream()
                    .filter(it -> it.point() == point)
                    .map(it -> new Kind(it.guest(), it.request()))
                    .distinct()
                    .toList();
            for (int k = 0; k < kinds.size(); k++) {
                Kind kind = kinds.get(k);
                String id = "latency" + number + (kinds.size() > 1 ? "-" + (k + 1) : "");
                String title = kind.title(kinds, "Latency");
                add(charts, distributions.of(id, title, words(setting), point, kind.guest(), kind.request()));
            }
        }

        private List<Kind> kindsInLedger(int point) {
            return digest.results().ledgers().stream()
                    .filter(row -> row.ledger().equals("latency") && row.point() == point)
                    .map(Kind::of)
                    .distinct()
                    .toList();
        }

        private String words(Grid.Setting setting) {
            return digest.grid().words(setting, setting.deciding());
        }

        private static void add(List<ChartDescription> charts, ChartDescription chart) {
            if (!chart.isEmpty()) {
                charts.add(chart);
            }
        }
    }

    /** The requests of one name in one guest group. */
    private record Kind(String guest, String request) {
        static Kind of(Results.LedgerRow row) {
            return new Kind(row.guest(), row.request());
        }

        String title(List<Kind> all, String what) {
            return all.size() < 2 ? what : what + ": " + (guest + " " + request).strip();
        }
    }
}
