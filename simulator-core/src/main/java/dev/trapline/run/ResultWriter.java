package dev.trapline.run;

import dev.trapline.engine.Time;
import dev.trapline.measure.Estimate;
import dev.trapline.measure.LatencyHistogram;
import dev.trapline.measure.Percentile;
import dev.trapline.measure.Replications;
import dev.trapline.result.Results;
import dev.trapline.spec.Experiment;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.HostSpec;
import dev.trapline.spec.PlatformSpec;
import dev.trapline.spec.PointSpec;
import dev.trapline.spec.RunSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes what an experiment found into result records. */
final class ResultWriter {
    private static final int CURVE_POINTS = 50;

    private final Experiment experiment;
    private final String version;
    private final Grid grid;
    private final Cells cells;
    private final Comparisons compared;
    private final Survivals survivals;
    private final List<Results.Unsupported> unsupported;
    private List<Results.Limit> limits = List.of();
    private List<Results.DrawRange> limitRanges = List.of();
    private final long events;
    private final double confidence;

    ResultWriter(
            Experiment experiment,
            String version,
            Grid grid,
            Cells cells,
            Survivals survivals,
            List<Results.Unsupported> unsupported,
            long events) {
        this.experiment = experiment;
        this.version = version;
        this.grid = grid;
        this.cells = cells;
        this.survivals = survivals;
        this.unsupported = unsupported;
        this.events = events;
        this.confidence = experiment.settings().confidence();
        this.compared = new Comparisons(cells, confidence);
    }

    /** With what an objective's searches found, and that over draws of costs. */
    ResultWriter with(List<Results.Limit> found, List<Results.DrawRange> ranges) {
        limits = found;
        limitRanges = ranges;
        return this;
    }

    Results write() {
        Provenance provenance = new Provenance(experiment);
        List<Results.Metric> metrics = metrics();
        List<Results.LedgerRow> ledgers = ledgers();
        List<Results.Difference> differences = differences();
        differences.forEach(difference -> metrics.add(relative(difference, replications(difference.point()))));
        limits.forEach(limit -> metrics.add(limit(limit)));
        List<Results.Verdict> verdicts = new Verdicts(grid, cells, compared, survivals).all();
        return new Results(
                Results.FORMAT_VERSION,
                experiment.name(),
                experiment.question(),
                version,
                experiment.scenarioHash(),
                experiment.catalogueHash(),
                experiment.resolvedText(),
                settings(),
                experiment.axes(),
                platforms(),
                experiment.points().stream().map(point -> new Results.Point(point.index(), point.at())).toList(),
                metrics,
                differences,
                curves(),
                new SeriesWriter(grid, cells).series(verdicts),
                ledgers,
                verdicts,
                survivals(),
                limits,
                provenance.assumptions(),
                provenance.sources(),
                unsupported,
                List.of(),
                Warnings.of(experiment, cells),
                new Results.Fingerprints(eventFingerprint(), resultFingerprint(metrics, ledgers), events),
                new Rankings(cells, confidence).of(experiment.points()),
                Stream.concat(limitRanges.stream(), survivals.ranges(cells, confidence).stream()).toList(),
                samples(),
                List.of(),
                new Steps(cells, confidence).of(grid));
    }

    private Results.Settings settings() {
        RunSettings settings = experiment.settings();
        return new Results.Settings(
                settings.seed(),
                (double) settings.durationPicos() / Time.PICOS_PER_SECOND,
                (double) settings.warmUpPicos() / Time.PICOS_PER_SECOND,
                settings.replications(),
                settings.confidence(),
                settings.quick(),
                settings.draws());
    }

    private List<Results.Platform> platforms() {
        Map<String, Results.Platform> platforms = new LinkedHashMap<>();
        for (Cell cell : cells.all()) {
            Map<String, String> modes = new LinkedHashMap<>();
            for (GuestSpec guest : cell.point().guests()) {
                HostSpec host = cell.point().hostOf(guest);
                host.platform(cell.platform())
                        .way(host.machine(), guest)
                        .ifPresent(way -> modes.put(guest.name(), way.title()));
            }
            platforms.putIfAbsent(
                    cell.platform().fullName(),
                    new Results.Platform(
                            cell.platform().label(),
                            cell.platform().variant(),
                            cell.platform().title(),
                            cell.platform().kind(),
                            modes,
                            cell.platform().aliasOf()));
        }
        List<Results.Platform> ordered = new ArrayList<>(platforms.values());
        ordered.sort(Comparator.comparingInt(platform -> labels().indexOf(platform.label())));
        return ordered;
    }

    /** In the order of the scenario, whichever ran at the first point. */
    private List<String> labels() {
        return experiment.points().get(0).platforms().stream().map(PlatformSpec::label).toList();
    }

    private List<Results.Metric> metrics() {
        List<Results.Metric> rows = new ArrayList<>();
        for (Cell cell : cells.all()) {
            cell.metrics().forEach((key, values) -> rows.add(metric(cell, key, values)));
            cell.words().forEach((key, words) -> rows.add(words(cell, key, words)));
        }
        return rows;
    }

    private Results.Metric metric(Cell cell, MetricKey key, Replications values) {
        Estimate estimate = values.estimate(confidence);
        boolean interval = estimate.hasInterval() && !key.metric().endsWith(".max");
        return new Results.Metric(
                cell.platform().label(),
                cell.platform().variant(),
                cell.point().index(),
                key.guest(),
                key.request(),
                key.metric(),
                key.unit(),
                estimate.mean(),
                interval ? estimate.low() : estimate.mean(),
                interval ? estimate.high() : estimate.mean(),
                interval,
                confidence,
                estimate.replications(),
                "");
    }

    private List<Results.Sample> samples() {
        List<Results.Sample> rows = new ArrayList<>();
        for (Cell cell : cells.all()) {
            cell.metrics().forEach((key, values) -> {
                if (key.request().isEmpty() && !key.guest().isEmpty() && Comparisons.METRICS.contains(key.metric())) {
                    rows.add(new Results.Sample(
                            cell.platform().label(),
                            cell.platform().variant(),
                            cell.point().index(),
                            key.guest(),
                            key.metric(),
                            Arrays.stream(values.values()).boxed().toList()));
                }
            });
        }
        return rows;
    }

    private Results.Metric words(Cell cell, MetricKey key, String words) {
        return new Results.Metric(
                cell.platform().label(),
                cell.platform().variant(),
                cell.point().index(),
                key.guest(),
                key.request(),
                key.metric(),
                key.unit(),
                0,
                0,
                0,
                false,
                confidence,
                1,
                words);
    }

    private List<Results.Difference> differences() {
        List<Results.Difference> rows = new ArrayList<>();
        for (Cell cell : cells.all()) {
            if (cell.platform().isNative()) {
                continue;
            }
            cells.reference(cell.point()).ifPresent(reference -> {
                for (GuestSpec guest : cell.point().guests()) {
                    for (String metric : Comparisons.METRICS) {
                        compared.of(cell, guest.name(), metric)
                                .ifPresent(comparison -> rows.add(difference(cell, reference, guest, metric, comparison)));
                    }
                }
            });
        }
        return rows;
    }

    private Results.Difference difference(Cell cell, Cell reference, GuestSpec guest, String metric, Comparison comparison) {
        return new Results.Difference(
                cell.platform().label(),
                cell.platform().variant(),
                reference.platform().label(),
                cell.point().index(),
                guest.name(),
                metric,
                comparison.ratio().mean(),
                comparison.ratio().low(),
                comparison.ratio().high(),
                confidence,
                comparison.verdict().words());
    }

    /** The same ratio under the name by which expectations ask for it. */
    private Results.Metric relative(Results.Difference difference, int replications) {
        return new Results.Metric(
                difference.platform(),
                difference.variant(),
                difference.point(),
                difference.guest(),
                "",
                "relative." + difference.metric(),
                "",
                difference.ratio(),
                difference.low(),
                difference.high(),
                replications > 1,
                confidence,
                replications,
                "");
    }

    /** A limit under the name by which expectations ask for it, at the first point of its setting that was run. */
    private Results.Metric limit(Results.Limit limit) {
        Results.Visit visit = limit.visits().isEmpty() ? null : limit.visits().get(0);
        return new Results.Metric(
                limit.platform(),
                limit.variant(),
                visit == null ? experiment.points().get(0).index() : visit.point(),
                "",
                "",
                "limit",
                "",
                limit.value(),
                limit.low(),
                limit.high(),
                true,
                limit.confidence(),
                visit == null ? 1 : visit.replications(),
                "");
    }

    /** How many replications can be paired at a point: the search for a limit makes more of some platforms than of others. */
    private int replications(int point) {
        int least = Integer.MAX_VALUE;
        for (Cell cell : cells.all()) {
            least = cell.point().index() == point ? Math.min(least, cell.replications()) : least;
        }
        return least;
    }

    private List<Results.Curve> curves() {
        List<Results.Curve> curves = new ArrayList<>();
        for (Cell cell : cells.all()) {
            for (int group = 0; group < cell.groups(); group++) {
                boolean steady = !cell.saturated().contains(cell.point().guests().get(group).name());
                if (steady && cell.latencies(group).count() > 0) {
                    curves.add(curve(cell, cell.point().guests().get(group), cell.latencies(group)));
                }
            }
        }
        return curves;
    }

    private static Results.Curve curve(Cell cell, GuestSpec guest, LatencyHistogram latencies) {
        List<Double> shares = new ArrayList<>();
        List<Double> milliseconds = new ArrayList<>();
        for (int i = 1; i <= CURVE_POINTS + 3; i++) {
            double share = i < CURVE_POINTS ? (double) i / CURVE_POINTS : 1 - StrictMath.pow(10, -(i - CURVE_POINTS + 2));
            shares.add(share);
            milliseconds.add(latencies.quantilePicos(share).orElseThrow() / 1e9);
        }
        return new Results.Curve(
                cell.platform().label(),
                cell.platform().variant(),
                cell.point().index(),
                guest.name(),
                "",
                shares,
                milliseconds);
    }

    private List<Results.LedgerRow> ledgers() {
        List<Results.LedgerRow> rows = new ArrayList<>();
        for (Cell cell : cells.all()) {
            cell.ledger().forEach((key, values) -> {
                Estimate estimate = values.estimate(confidence);
                rows.add(new Results.LedgerRow(
                        cell.platform().label(),
                        cell.platform().variant(),
                        cell.point().index(),
                        key.guest(),
                        "",
                        key.ledger(),
                        key.place(),
                        key.mechanism(),
                        key.kind(),
                        key.occupier(),
                        estimate.mean(),
                        key.unit(),
                        estimate.low(),
                        estimate.high(),
                        cell.count(key)));
            });
        }
        return rows;
    }

    private List<Results.Survival> survivals() {
        List<Results.Survival> rows = new ArrayList<>();
        survivals.ratios().forEach((key, ratios) -> {
            for (PointSpec point : experiment.points()) {
                for (Cell cell : cells.variants(point, key.label())) {
                    if (point.index() == key.point() && cell.platform().variant().equals(key.variant())) {
                        rows.add(survival(key, ratios, cell));
                    }
                }
            }
        });
        return rows;
    }

    private Results.Survival survival(Survivals.Key key, List<Double> ratios, Cell cell) {
        List<Double> sorted = ratios.stream().sorted().toList();
        int held = compared.of(cell, key.guest(), key.metric())
                .map(nominal -> (int) survivals.held(key, nominal).stream().filter(Boolean::booleanValue).count())
                .orElse(0);
        return new Results.Survival(
                key.label(),
                key.variant(),
                key.point(),
                key.guest(),
                key.metric(),
                held,
                sorted.size(),
                sorted.get(0),
                Percentile.of(sorted, 0.5),
                sorted.get(sorted.size() - 1));
    }

    private String eventFingerprint() {
        Fingerprint fingerprint = new Fingerprint();
        cells.all().forEach(cell -> cell.fingerprints().forEach(fingerprint::add));
        return fingerprint.text();
    }

    private static String resultFingerprint(List<Results.Metric> metrics, List<Results.LedgerRow> ledgers) {
        Fingerprint fingerprint = new Fingerprint();
        for (Results.Metric metric : metrics) {
            fingerprint
                    .add(metric.platform())
                    .add(metric.variant())
                    .add(metric.point())
                    .add(metric.guest())
                    .add(metric.metric())
                    .add(metric.mean())
                    .add(metric.low())
                    .add(metric.high())
                    .add(metric.text());
        }
        for (Results.LedgerRow row : ledgers) {
            fingerprint.add(row.place()).add(row.mechanism()).add(row.occupier()).add(row.value()).add(row.count());
        }
        return fingerprint.text();
    }
}
