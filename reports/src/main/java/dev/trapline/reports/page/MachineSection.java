package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.reports.digest.Grid;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How busy the machine was and with what, at the deciding point of each setting: one table for each. */
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

    /** Cells stand in the order of the columns; {@code at} is the point in words. */
    public record Table(String at, List<String> columns, List<Row> rows) {}

    /** {@code limit} is what had no time left, or what else holds the load back. */
    public record Row(String platform, String limit, boolean isSaturated, List<String> cells) {}

    private record Column(String metric, String heading) {}

    static MachineSection of(Digest digest) {
        List<Table> tables = new ArrayList<>();
        for (Grid.Setting setting : digest.grid().settings().stream().limit(MOST_TABLES).toList()) {
            int point = setting.deciding().point();
            List<Contender> ran = digest.contenders().all().stream()
                    .filter(it -> digest.metric(it, point, "", "core.utilization").isPresent())
                    .toList();
            List<Column> columns = COLUMNS.stream()
                    .filter(column -> ran.stream().anyMatch(it -> figure(digest, it, point, column.metric())
                            .filter(metric -> metric.mean() != 0)
                            .isPresent()))
                    .toList();
            if (!ran.isEmpty()) {
                tables.add(new Table(
                        digest.grid().words(setting, setting.deciding()),
                        columns.stream().map(column -> heading(digest, ran, point, column)).toList(),
                        ran.stream().map(it -> row(digest, it, point, columns)).toList()));
            }
        }
        return new MachineSection(tables);
    }

    private static String heading(Digest digest, List<Contender> ran, int point, Column column) {
        String unit = ran.stream()
                .flatMap(it -> figure(digest, it, point, column.metric()).stream())
                .map(Results.Metric::unit)
                .findFirst()
                .orElse("");
        return unit.equals("%") ? column.heading() + " %" : column.heading();
    }

    private static Row row(Digest digest, Contender contender, int point, List<Column> columns) {
        String saturated = digest.limitOfMachine(contender, point);
        String limit = digest.metric(contender, point, "", "limited-by")
                .map(Results.Metric::text)
                .orElse("");
        return new Row(
                contender.name(),
                limit.equals("load") ? "the load itself" : limit,
                !saturated.isEmpty(),
                columns.stream()
                        .map(column -> figure(digest, contender, point, column.metric())
                                .map(MachineSection::text)
                                .orElse(Figures.NONE))
                        .toList());
    }

    private static String text(Results.Metric it) {
        return it.unit().equals("%") ? Figures.fixed(it.mean(), 1) : Figures.value(it.mean(), DIGITS);
    }

    /** The machine's, or that of the only guest group. */
    private static Optional<Results.Metric> figure(Digest digest, Contender contender, int point, String metric) {
        Optional<Results.Metric> own = digest.metric(contender, point, "", metric);
        return own.isPresent() || digest.guests().size() != 1
                ? own
                : digest.metric(contender, point, digest.guests().get(0), metric);
    }
}
