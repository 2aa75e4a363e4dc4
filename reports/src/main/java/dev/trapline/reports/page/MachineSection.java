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

/** How busy the machine was and with what, at the deciding point of each setting: a table for each, of each host. */
public record MachineSection(List<Table> tables) {
    private static final int MOST_TABLES = 12;
    private static final int DIGITS = 3;

    /** What is shown where any platform has it, and under which heading. */
    private static final List<Column> COLUMNS = List.of(
            new Column("core.utilization", "Cores busy"),
            new Column("cpu.driver-domain.utilization", "driver domain"),
            new Column("cpu.hypervisor.utilization", "hypervisor"),
            new Column("cpu.host-kernel.utilization", "host kernel"),
            new Column("cpu.host-process.utilization", "host process"),
            new Column("disk.utilization", "Disks busy"),
            new Column("nic.utilization", "Network busy"),
            new Column("ready.share", "Ready, no core"),
            new Column("exits.per-request", "Exits per request"));

    /**
     * Cells stand in the order of the columns; {@code at} is the point in words, and the host if there are several. What is in
     * {@code streams} heads the columns of what limits the streams of a guest group.
     */
    public record Table(String at, List<String> streams, List<String> columns, List<Row> rows) {}

    /**
     * A platform's.
     *
     * @param limit what had no time left, or what else holds the load back
     * @param streams what limits those of each guest group that has some, in words
     */
    public record Row(String platform, String limit, boolean isSaturated, List<String> streams, List<String> cells) {}

    private record Column(String metric, String heading) {}

    static MachineSection of(Digest digest) {
        List<Table> tables = new ArrayList<>();
        for (Grid.Setting setting : digest.grid().settings()) {
            for (String host : digest.hosts()) {
                if (tables.size() < MOST_TABLES) {
                    table(digest, setting, host).ifPresent(tables::add);
                }
            }
        }
        return new MachineSection(tables);
    }

    private static Optional<Table> table(Digest digest, Grid.Setting setting, String host) {
        int point = setting.deciding().point();
        List<Contender> ran = digest.contenders().all().stream()
                .filter(it -> figure(digest, it, point, host, "core.utilization").isPresent())
                .toList();
        if (ran.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = COLUMNS.stream()
                .filter(column -> ran.stream().anyMatch(it -> figure(digest, it, point, host, column.metric())
                        .filter(metric -> metric.mean() != 0)
                        .isPresent()))
                .toList();
        List<String> streaming = digest.guests().stream()
                .filter(guest -> ran.stream().anyMatch(it -> !digest.limitOfStreams(it, point, guest).isEmpty()))
                .toList();
        return Optional.of(new Table(
                at(digest, setting, host),
                streaming.stream().map(guest -> digest.guests().size() > 1 ? "Streams of " + guest : "Streams").toList(),
                columns.stream().map(column -> heading(digest, ran, point, host, column)).toList(),
                ran.stream().map(it -> row(digest, it, point, host, streaming, columns)).toList()));
    }

    private static String at(Digest digest, Grid.Setting setting, String host) {
        String point = digest.grid().words(setting, setting.deciding());
        String named = host.isEmpty() ? "" : "host " + host;
        return point.isEmpty() || named.isEmpty() ? point + named : point + ", " + named;
    }

    private static String heading(Digest digest, List<Contender> ran, int point, String host, Column column) {
        String unit = ran.stream()
                .flatMap(it -> figure(digest, it, point, host, column.metric()).stream())
                .map(Results.Metric::unit)
                .findFirst()
                .orElse("");
        return unit.equals("%") ? column.heading() + " %" : column.heading();
    }

    private static Row row(
            Digest digest, Contender contender, int point, String host, List<String> streaming, List<Column> columns) {
        String limit = digest.metric(contender, point, "", Digest.nameOnHost(host, "limited-by"))
                .map(Results.Metric::text)
                .orElse("");
        return new Row(
                contender.name(),
                LimitWords.of(limit),
                !digest.limitOfHost(contender, point, host).isEmpty(),
                streaming.stream().map(guest -> digest.limitOfStreams(contender, point, guest)).toList(),
                columns.stream()
                        .map(column -> figure(digest, contender, point, host, column.metric())
                                .map(MachineSection::text)
                                .orElse(Figures.NONE))
                        .toList());
    }

    private static String text(Results.Metric it) {
        return it.unit().equals("%") ? Figures.fixed(it.mean(), 1) : Figures.value(it.mean(), DIGITS);
    }

    /** The host's, or that of the only guest group. */
    private static Optional<Results.Metric> figure(
            Digest digest, Contender contender, int point, String host, String metric) {
        Optional<Results.Metric> own = digest.metric(contender, point, "", Digest.nameOnHost(host, metric));
        return own.isPresent() || digest.guests().size() != 1
                ? own
                : digest.metric(contender, point, digest.guests().get(0), metric);
    }
}
