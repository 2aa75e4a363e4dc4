package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.reports.digest.Grid;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why guests' code was left, and what that took: the work of hypervisor and host by its reason, at each deciding point. */
public record ReasonsSection(List<Table> tables) {
    private static final int MOST_TABLES = 12;
    private static final int MOST_OF_ONE = 24;
    private static final int DIGITS = 3;
    private static final double MICROS = 1000;
    private static final Set<String> PLACES = Set.of("hypervisor", "host-kernel", "host-process");

    public record Table(String at, List<Row> rows) {}

    /**
     * One reason.
     *
     * @param each microseconds
     */
    public record Row(
            String platform,
            String chargedTo,
            String place,
            String reason,
            String perSecond,
            String perRequest,
            String milliseconds,
            String order,
            String each,
            boolean isFirst) {}

    static ReasonsSection of(Digest digest) {
        List<Table> tables = new ArrayList<>();
        for (Grid.Setting setting : digest.grid().settings().stream().limit(MOST_TABLES).toList()) {
            List<Row> rows = new ArrayList<>();
            for (Contender contender : digest.contenders().all()) {
                if (!contender.isNative()) {
                    add(rows, digest, contender, setting.deciding().point());
                }
            }
            if (!rows.isEmpty()) {
                tables.add(new Table(digest.grid().words(setting, setting.deciding()), rows));
            }
        }
        return new ReasonsSection(tables);
    }

    private static void add(List<Row> rows, Digest digest, Contender contender, int point) {
        List<Results.LedgerRow> own = digest.results().ledgers().stream()
                .filter(row -> row.ledger().equals("cycles") && row.point() == point && PLACES.contains(row.place()))
                .filter(row -> contender.owns(row.platform(), row.variant()) && row.count() > 0)
                .sorted(Comparator.comparingDouble(Results.LedgerRow::value).reversed())
                .limit(MOST_OF_ONE)
                .toList();
        for (int i = 0; i < own.size(); i++) {
            rows.add(row(digest, contender, own.get(i), i == 0));
        }
    }

    private static Row row(Digest digest, Contender contender, Results.LedgerRow it, boolean isFirst) {
        return new Row(
                contender.name(),
                it.guest(),
                it.place(),
                it.mechanism(),
                Figures.value(it.count(), DIGITS),
                requests(digest, contender, it)
                        .map(requests -> Figures.value(it.count() / requests, DIGITS))
                        .orElse(Figures.NONE),
                Figures.value(it.value(), DIGITS),
                Double.toString(it.value()),
                Figures.value(it.value() / it.count() * MICROS, DIGITS),
                isFirst);
    }

    /** How many requests a second there were of the group, or of all where the work is no group's. */
    private static Optional<Double> requests(Digest digest, Contender contender, Results.LedgerRow it) {
        List<String> groups = digest.guests().contains(it.guest()) ? List.of(it.guest()) : digest.guests();
        double sum = 0;
        for (String group : groups) {
            Optional<Results.Metric> throughput = digest.metric(contender, it.point(), group, "throughput");
            if (throughput.isEmpty() || !throughput.get().unit().equals("/s")) {
                return Optional.empty();
            }
            sum += throughput.get().mean();
        }
        return sum > 0 ? Optional.of(sum) : Optional.empty();
    }
}
