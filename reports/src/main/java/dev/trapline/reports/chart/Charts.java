package dev.trapline.reports.chart;

import dev.trapline.reports.digest.CoreTime;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Grid;
import dev.trapline.reports.digest.RequestKind;
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

    /** What a reader may choose of the core time. */
    private static final String BUSY = "busy time";

    private static final String ALL = "with idle time";

    private static final List<Integer> PERCENTILES = List.of(50, 95, 99);

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
            boolean isSample = !digest.grid().sampled().isEmpty();
            if (isSample) {
                samples(overview);
            }
            for (int i = 0; i < settings.size(); i++) {
                String number = "-" + (i + 1);
                if (!isSample || digest.grid().growing().isPresent()) {
                    overview(overview, number, settings.get(i));
                }
                time(time, number, settings.get(i));
                cycles(cycles, number, settings.get(i));
                curves(curves, number, settings.get(i));
                utilization(utilization, number, settings.get(i));
            }
            int leftOut = digest.grid().settings().size() - settings.size();
            return new Charts(overview, time, cycles, curves, utilization, leftOut);
        }

        private void samples(List<ChartDescription> charts) {
            SampleCharts samples = new SampleCharts(digest);
            List<String> guests = digest.guests();
            for (int g = 0; g < guests.size(); g++) {
                String id = "-of-sample" + (guests.size() > 1 ? "-" + (g + 1) : "");
                String of = guests.size() > 1 ? " of " + guests.get(g) : "";
                samples.of("throughput" + id, "Throughput" + of, guests.get(g), "throughput").forEach(chart -> add(charts, chart));
                samples.of("latency-p95" + id, "95th percentile of latency" + of, guests.get(g), "latency.p95")
                        .forEach(chart -> add(charts, chart));
            }
        }

        private void overview(List<ChartDescription> charts, String number, Grid.Setting setting) {
            List<String> guests = digest.guests();
            for (int g = 0; g < guests.size(); g++) {
                String guest = guests.get(g);
                String id = number + (guests.size() > 1 ? "-" + (g + 1) : "");
                String of = guests.size() > 1 ? " of " + guest : "";
                add(charts, metrics.of("throughput" + id, "Throughput" + of, setting, guest, "throughput", false));
                for (int percentile : PERCENTILES) {
                    String name = "p" + percentile;
                    String title = percentile + "th percentile of latency" + of;
                    ChartDescription chart =
                            metrics.of("latency-" + name + id, title, setting, guest, "latency." + name, true);
                    add(charts, chart.asChoice(name));
                }
            }
        }

        private void utilization(List<ChartDescription> charts, String number, Grid.Setting setting) {
            for (String host : digest.hosts()) {
                utilization(charts, number, setting, host);
            }
        }

        private void utilization(List<ChartDescription> charts, String number, Grid.Setting setting, String host) {
            for (String device : List.of("core", "disk", "nic")) {
                String title = switch (device) {
                    case "core" -> "Cores busy";
                    case "disk" -> "Disks busy";
                    default -> "Network busy";
                };
                add(
                        charts,
                        metrics.of(
                                device + "-utilization" + number + id(host),
                                title + on(host),
                                setting,
                                "",
                                Digest.nameOnHost(host, device + ".utilization"),
                                false));
            }
        }

        private void time(List<ChartDescription> charts, String number, Grid.Setting setting) {
            int point = setting.deciding().point();
            List<RequestKind> kinds = kindsInLedger(point);
            for (int k = 0; k < kinds.size(); k++) {
                RequestKind kind = kinds.get(k);
                String id = "request-time" + number + (kinds.size() > 1 ? "-" + (k + 1) : "");
                add(
                        charts,
                        ledgers.timeOfRequest(
                                id,
                                kind.title(kinds.size(), "Mean time of a request"),
                                words(setting),
                                row -> row.ledger().equals("latency")
                                        && row.point() == point
                                        && kind.equals(RequestKind.of(row))));
            }
        }

        private void cycles(List<ChartDescription> charts, String number, Grid.Setting setting) {
            int point = setting.deciding().point();
            for (String host : digest.hosts()) {
                ChartDescription busy =
                        ledgers.busyTimeOfCores("core-time" + number + id(host), on(host), words(setting), point, host);
                if (!busy.isEmpty()) {
                    charts.add(busy.asChoice(BUSY));
                    boolean isKnown = digest.contenders().all().stream()
                            .anyMatch(it -> CoreTime.of(digest, it, point, host).isPresent());
                    if (isKnown) {
                        charts.add(ledgers.allTimeOfCores(
                                        "core-time-all" + number + id(host), on(host), words(setting), point, host)
                                .asChoice(ALL));
                    }
                }
            }
        }

        private static String id(String host) {
            return host.isEmpty() ? "" : "-" + host;
        }

        private static String on(String host) {
            return host.isEmpty() ? "" : " of host " + host;
        }

        private void curves(List<ChartDescription> charts, String number, Grid.Setting setting) {
            int point = setting.deciding().point();
            List<RequestKind> kinds = digest.results().percentiles().stream()
                    .filter(it -> it.point() == point)
                    .map(it -> new RequestKind(it.guest(), it.request()))
                    .distinct()
                    .toList();
            for (int k = 0; k < kinds.size(); k++) {
                RequestKind kind = kinds.get(k);
                String id = "latency" + number + (kinds.size() > 1 ? "-" + (k + 1) : "");
                String title = kind.title(kinds.size(), "Latency");
                add(charts, distributions.byShare(id, title, words(setting), point, kind.guest(), kind.request()));
                add(
                        charts,
                        distributions.byLatency(
                                "cumulative-" + id,
                                kind.title(kinds.size(), "Share of requests"),
                                words(setting),
                                point,
                                kind.guest(),
                                kind.request()));
            }
        }

        private List<RequestKind> kindsInLedger(int point) {
            return RequestKind.of(digest.results().ledgers().stream()
                    .filter(row -> row.ledger().equals("latency") && row.point() == point)
                    .toList());
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
}
