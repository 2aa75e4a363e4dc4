package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.reports.digest.Grid;
import dev.trapline.result.LimitWords;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The figures with their intervals, one table for each setting and guest group.
 *
 * @param left how many tables had no room
 */
public record NumbersSection(List<Table> tables, int left) {
    private static final int MOST_TABLES = 24;
    private static final int MOST_ROWS = 400;
    private static final List<String> OF_GUESTS = List.of(
            "throughput",
            "elapsed",
            "latency.mean",
            "latency.p50",
            "latency.p95",
            "latency.p99",
            "latency.max",
            "datagrams.dropped",
            "ready.share",
            "exits.per-request");
    private static final List<String> OF_THE_MACHINE =
            List.of("core.utilization", "disk.utilization", "nic.utilization", "limited-by");

    /**
     * {@code grown} names the first column; empty if nothing grows. {@code stepped} is the metric of what changes from row to
     * row of a platform; empty if that is not known. {@code left} counts rows without room.
     */
    public record Table(
            String title, String guest, String grown, String stepped, List<Column> columns, List<Row> rows, int left) {}

    /** {@code metric} is its name in the results. */
    public record Column(String name, String unit, String metric) {}

    /** {@code isFirst} marks where the growing value changes. */
    public record Row(
            String grown, String grownNumber, Contender contender, int point, boolean isFirst, List<Cell> cells, Step step) {}

    /** The ratio to the same platform at the point before, with its interval; {@code word} is the verdict, empty if none. */
    public record Step(String ratio, String order, String word, String tone) {
        static final Step NONE = new Step(Figures.NONE, "", "", "");
    }

    /** {@code order} is what a table sorts by: the number itself. */
    public record Cell(String text, String order) {
        static final Cell NONE = new Cell(Figures.NONE, "");
    }

    static NumbersSection of(Digest digest) {
        List<Table> tables = new ArrayList<>();
        int all = 0;
        for (Grid.Setting setting : digest.grid().settings()) {
            for (String guest : digest.guests()) {
                all++;
                if (tables.size() < MOST_TABLES) {
                    tables.add(table(digest, setting, guest));
                }
            }
        }
        return new NumbersSection(tables, all - tables.size());
    }

    private static Table table(Digest digest, Grid.Setting setting, String guest) {
        List<Results.Metric> models = columns(digest, setting, guest);
        List<Row> rows = new ArrayList<>();
        int left = 0;
        for (Grid.Stop stop : setting.stops()) {
            for (Contender contender : digest.contenders().all()) {
                if (rows.size() < MOST_ROWS) {
                    rows.add(row(digest, guest, stop, contender, models));
                } else {
                    left++;
                }
            }
        }
        String group = digest.guests().size() > 1 ? guest : "";
        String title =
                setting.words().isEmpty() || group.isEmpty() ? setting.words() + group : setting.words() + ", " + group;
        String grown = digest.grid().growing().map(it -> it.label()).orElse("");
        List<Column> columns = models.stream()
                .map(it -> new Column(header(it.metric()), it.unit(), it.metric()))
                .toList();
        return new Table(title.isEmpty() ? "all" : title, guest, grown, stepped(digest, setting, guest), columns, rows, left);
    }

    private static String stepped(Digest digest, Grid.Setting setting, String guest) {
        return setting.stops().stream()
                .flatMap(stop -> digest.contenders().all().stream().flatMap(it -> digest.step(it, stop.point(), guest).stream()))
                .map(it -> Tone.words(it.metric()))
                .findFirst()
                .orElse("");
    }

    private static Step step(Results.Step it) {
        return new Step(
                Figures.ratio(it.ratio()) + (it.low() < it.high() ? " (" + Figures.ratios(it.low(), it.high()) + ")" : ""),
                Double.toString(it.ratio()),
                it.verdict(),
                Tone.of(it.verdict()));
    }

    /** One metric for each column: those in which any row has a figure. */
    private static List<Results.Metric> columns(Digest digest, Grid.Setting setting, String guest) {
        List<Results.Metric> columns = new ArrayList<>();
        OF_GUESTS.forEach(metric -> example(digest, setting, guest, metric).ifPresent(columns::add));
        OF_THE_MACHINE.forEach(metric -> example(digest, setting, guest, metric)
                .ifPresentOrElse(columns::add, () -> digest.hosts()
                        .forEach(host -> example(digest, setting, "", Digest.nameOnHost(host, metric)).ifPresent(columns::add))));
        return columns;
    }

    private static Optional<Results.Metric> example(Digest digest, Grid.Setting setting, String guest, String metric) {
        return setting.stops().stream()
                .flatMap(stop -> digest.contenders().all().stream()
                        .flatMap(contender -> digest.metric(contender, stop.point(), guest, metric).stream()))
                .filter(it -> it.mean() != 0 || !it.text().isEmpty())
                .findFirst();
    }

    private static Row row(
            Digest digest, String guest, Grid.Stop stop, Contender contender, List<Results.Metric> columns) {
        List<Cell> cells = columns.stream()
                .map(column -> digest.metric(contender, stop.point(), column.guest(), column.metric())
                        .map(NumbersSection::cell)
                        .orElse(Cell.NONE))
                .toList();
        boolean isFirst = contender.equals(digest.contenders().all().get(0));
        Step step = digest.step(contender, stop.point(), guest).map(NumbersSection::step).orElse(Step.NONE);
        return new Row(stop.value(), Double.toString(stop.number()), contender, stop.point(), isFirst, cells, step);
    }

    private static Cell cell(Results.Metric metric) {
        if (!metric.text().isEmpty()) {
            String words = LimitWords.of(metric.text());
            return new Cell(words, words);
        }
        String text = metric.hasInterval()
                ? Figures.interval(metric.mean(), metric.low(), metric.high())
                : Figures.value(metric.mean());
        return new Cell(text, Double.toString(metric.mean()));
    }

    private static String header(String metric) {
        int host = "hosts.".length();
        if (metric.startsWith("hosts.")) {
            int end = metric.indexOf('.', host);
            return metric.substring(host, end) + " " + header(metric.substring(end + 1));
        }
        return metric.replace("latency.", "")
                .replace(".utilization", " busy")
                .replace('.', ' ')
                .replace('-', ' ');
    }
}
