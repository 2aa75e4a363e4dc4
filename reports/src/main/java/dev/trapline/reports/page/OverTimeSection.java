package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.reports.digest.Grid;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How busy each core, device and group of vCPUs was over the time of one replication: a table for each deciding point. */
public record OverTimeSection(List<Table> tables) {
    private static final int MOST_TABLES = 12;
    private static final int MOST_ROWS = 24;
    private static final double FULL = 95;
    private static final String SPIN = "idle spin";
    private static final int SPIN_DIGITS = 3;

    /** A line of a cell is as wide as this many units, and as high. */
    static final int WIDTH = 96;
    static final int HEIGHT = 20;

    /**
     * One point.
     *
     * @param at in words
     * @param seconds how long it was looked at, in words
     * @param left rows that had no room
     * @param spinning platforms whose idle guests keep their cores; empty if none does
     */
    public record Table(String at, String seconds, List<String> platforms, List<Row> rows, int left, String spinning) {}

    /** What of the machine, with a cell for each platform. */
    public record Row(String name, List<Cell> cells) {}

    /**
     * One platform's.
     *
     * @param mean over all the time, in percent; a dash where the platform has no such thing
     * @param peak the busiest part of the time
     * @param isFull whether there was no time left
     * @param path the filled line as SVG; empty where there is none
     */
    public record Cell(String mean, String order, String peak, boolean isFull, String path) {
        private static final Cell NONE = new Cell(Figures.NONE, "", "", false, "");
    }

    static OverTimeSection of(Digest digest) {
        List<Table> tables = new ArrayList<>();
        for (Grid.Setting setting : digest.grid().settings().stream().limit(MOST_TABLES).toList()) {
            List<Results.Series> series = digest.results().series().stream()
                    .filter(it -> it.point() == setting.deciding().point() && it.unit().equals("%") && !it.values().isEmpty())
                    .filter(it -> it.values().size() == it.seconds().size())
                    .toList();
            if (!series.isEmpty()) {
                tables.add(table(digest, setting, series));
            }
        }
        return new OverTimeSection(tables);
    }

    private static Table table(Digest digest, Grid.Setting setting, List<Results.Series> series) {
        List<Contender> ran = digest.contenders().all().stream()
                .filter(it -> series.stream().anyMatch(line -> it.owns(line.platform(), line.variant())))
                .toList();
        List<String> names = series.stream()
                .filter(it -> it.values().stream().anyMatch(value -> value != 0))
                .map(Results.Series::name)
                .distinct()
                .toList();
        List<Row> rows = names.stream()
                .limit(MOST_ROWS)
                .map(name -> new Row(name, ran.stream().map(it -> cell(series, it, name)).toList()))
                .toList();
        double longest = series.stream().mapToDouble(OverTimeSection::end).max().orElse(0);
        return new Table(
                digest.grid().words(setting, setting.deciding()),
                Figures.value(longest),
                ran.stream().map(Contender::name).toList(),
                rows,
                names.size() - rows.size(),
                spinning(digest, ran, setting.deciding().point()));
    }

    /** Those of which the course over time, unlike the mean utilisation of some, holds the spinning of idle guests. */
    private static String spinning(Digest digest, List<Contender> ran, int point) {
        return ran.stream()
                .flatMap(it -> {
                    double milliseconds = digest.results().ledgers().stream()
                            .filter(row -> row.ledger().equals("cycles") && row.point() == point)
                            .filter(row -> row.mechanism().equals(SPIN) && it.owns(row.platform(), row.variant()))
                            .mapToDouble(Results.LedgerRow::value)
                            .sum();
                    return milliseconds > 0
                            ? Stream.of(it.name() + " (" + Figures.value(milliseconds, SPIN_DIGITS) + " ms of core time per second)")
                            : Stream.empty();
                })
                .collect(Collectors.joining(", "));
    }

    private static double end(Results.Series it) {
        return it.seconds().get(it.seconds().size() - 1);
    }

    private static Cell cell(List<Results.Series> series, Contender contender, String name) {
        Optional<Results.Series> own = series.stream()
                .filter(it -> contender.owns(it.platform(), it.variant()) && it.name().equals(name))
                .findFirst();
        return own.map(OverTimeSection::cell).orElse(Cell.NONE);
    }

    private static Cell cell(Results.Series it) {
        double mean = mean(it);
        return new Cell(
                Figures.fixed(mean, 1),
                Double.toString(mean),
                Figures.fixed(Collections.max(it.values()), 1),
                mean >= FULL,
                path(it));
    }

    /** The parts of the time may differ in length. */
    static double mean(Results.Series it) {
        double sum = 0;
        double from = 0;
        for (int i = 0; i < it.values().size(); i++) {
            sum += it.values().get(i) * (it.seconds().get(i) - from);
            from = it.seconds().get(i);
        }
        return from > 0 ? sum / from : 0;
    }

    /** Steps from 0 to 100 percent above a base line. */
    private static String path(Results.Series it) {
        StringBuilder path = new StringBuilder("M0 " + HEIGHT);
        double end = end(it);
        for (int i = 0; i < it.values().size(); i++) {
            double share = Math.max(0, Math.min(100, it.values().get(i))) / 100;
            path.append('V').append(units(HEIGHT * (1 - share)));
            path.append('H').append(units(WIDTH * it.seconds().get(i) / end));
        }
        return path.append('V').append(HEIGHT).append('Z').toString();
    }

    private static String units(double tenths) {
        long rounded = Math.round(10 * tenths);
        return rounded % 10 == 0 ? Long.toString(rounded / 10) : rounded / 10 + "." + rounded % 10;
    }
}
