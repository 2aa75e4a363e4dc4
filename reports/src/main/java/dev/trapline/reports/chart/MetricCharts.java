package dev.trapline.reports.chart;

import dev.trapline.reports.chart.ChartDescription.Axis;
import dev.trapline.reports.chart.ChartDescription.Band;
import dev.trapline.reports.chart.ChartDescription.Form;
import dev.trapline.reports.chart.ChartDescription.Mark;
import dev.trapline.reports.chart.ChartDescription.Pattern;
import dev.trapline.reports.chart.ChartDescription.Series;
import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Grid;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One metric of all platforms: lines along what grows, or bars where nothing does. */
final class MetricCharts {
    private final Digest digest;
    private final List<Contender> contenders;

    /** What is marked in any chart, so that the same is marked alike in all. */
    private final List<String> exhausted;

    MetricCharts(Digest digest) {
        this.digest = digest;
        this.contenders = digest.contenders().all();
        this.exhausted = digest.results().points().stream()
                .flatMap(point -> contenders.stream().map(it -> digest.limitOfMachine(it, point.index())))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * @param guest the guest group, empty for metrics of the machine
     * @param mayBeLog for quantities that span decades, such as latency
     */
    ChartDescription of(String id, String title, Grid.Setting setting, String guest, String metric, boolean mayBeLog) {
        boolean grows = digest.grid().growing().isPresent() && setting.stops().size() > 1;
        return grows ? lines(id, title, setting, guest, metric, mayBeLog) : bars(id, title, setting, guest, metric);
    }

    private ChartDescription lines(
            String id, String title, Grid.Setting setting, String guest, String metric, boolean mayBeLog) {
        GrowthScale growth = new GrowthScale(digest.grid().growing().orElseThrow(), setting.stops());
        List<Series> series = new ArrayList<>();
        for (Contender contender : contenders) {
            series.add(series(
                    contender,
                    Pattern.of(contender),
                    setting.stops().stream()
                            .map(stop -> digest.metric(contender, stop.point(), guest, metric))
                            .toList()));
        }
        Axis y = Scales.values(title, unit(guest, metric), series, mayBeLog);
        return new ChartDescription(
                        id, title, setting.words(), Form.LINES, growth.axis(), y, growth.positions(), series)
                .withBands(bands())
                .withMarks(guest.isEmpty() ? List.of() : marks(setting));
    }

    private ChartDescription bars(String id, String title, Grid.Setting setting, String guest, String metric) {
        List<Series> series = new ArrayList<>();
        for (int own = 0; own < contenders.size(); own++) {
            List<Optional<Results.Metric>> row = new ArrayList<>();
            for (int i = 0; i < contenders.size(); i++) {
                row.add(
                        i == own
                                ? digest.metric(
                                        contenders.get(i), setting.deciding().point(), guest, metric)
                                : Optional.empty());
            }
            series.add(series(contenders.get(own), Pattern.PLAIN, row));
        }
        Axis names = Scales.names("", contenders.stream().map(Contender::name).toList());
        Axis y = Scales.values(title, unit(guest, metric), series, false);
        return new ChartDescription(
                id, title, setting.words(), Form.BARS, names, y, indexes(contenders.size()), series);
    }

    private static Series series(Contender contender, Pattern pattern, List<Optional<Results.Metric>> row) {
        return new Series(
                contender.name(),
                Ink.of(contender),
                pattern,
                row.stream()
                        .map(it -> it.map(Results.Metric::mean).orElse(null))
                        .toList(),
                row.stream()
                        .map(it -> it.filter(Results.Metric::hasInterval)
                                .map(Results.Metric::low)
                                .orElse(null))
                        .toList(),
                row.stream()
                        .map(it -> it.filter(Results.Metric::hasInterval)
                                .map(Results.Metric::high)
                                .orElse(null))
                        .toList());
    }

    /** Between the first and the last variant of a platform. */
    private List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        for (String platform : digest.contenders().platforms()) {
            List<Contender> variants = digest.contenders().ofPlatform(platform);
            if (variants.size() > 1) {
                bands.add(new Band(
                        contenders.indexOf(variants.get(0)), contenders.indexOf(variants.get(variants.size() - 1))));
            }
        }
        return bands;
    }

    /** The limits that an objective's search found, and where the machine begins to be one. */
    private List<Mark> marks(Grid.Setting setting) {
        List<Mark> marks = new LimitMarks(digest, contenders).of(setting);
        marks.addAll(saturations(setting));
        return marks;
    }

    /** Where the machine begins to be the limit: of each contender the first point at which nothing of something is left. */
    private List<Mark> saturations(Grid.Setting setting) {
        List<Mark> marks = new ArrayList<>();
        for (int c = 0; c < contenders.size(); c++) {
            for (int s = 0; s < setting.stops().size(); s++) {
                String limit = digest.limitOfMachine(
                        contenders.get(c), setting.stops().get(s).point());
                if (!limit.isEmpty()) {
                    marks.add(new Mark(c, s, "limited by " + limit, Sign.exhausted(limit, exhausted.indexOf(limit))));
                    break;
                }
            }
        }
        return marks;
    }

    private String unit(String guest, String metric) {
        return digest.results().metrics().stream()
                .filter(it -> it.guest().equals(guest) && it.metric().equals(metric))
                .map(Results.Metric::unit)
                .findFirst()
                .orElse("");
    }

    static List<Double> indexes(int size) {
        List<Double> indexes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            indexes.add((double) i);
        }
        return indexes;
    }
}
