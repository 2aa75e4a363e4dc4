package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.reports.digest.Grid;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why guests' code was left, and what that took: the work of hypervisor and host by its reason, at each deciding point. */
public record ReasonsSection(List<Table> tables) {
    private static final int MOST_TABLES = 12;
    private static final int MOST_OF_ONE = 24;
    private static final int MOST_SUMS = 6;
    private static final int DIGITS = 3;
    private static final double MICROS = 1000;
    private static final Set<String> PLACES = Set.of("hypervisor", "host-kernel", "host-process");

    /** One point: {@code sums} are its greatest reasons, whoever they are charged to, {@code rows} all of them. */
    public record Table(String at, List<Sum> sums, List<Row> rows) {}

    /**
     * A reason of one platform.
     *
     * @param exits how often guests were left at all, in words, in the first row of a platform
     * @param percent its core time of the greatest in the table, for the length of a bar
     */
    public record Sum(
            String platform, String exits, String reason, String perSecond, String milliseconds, String order, int percent,
            boolean isFirst) {}

    /** Core time in milliseconds and times, each in a second. */
    private record Work(double milliseconds, double times) {
        Work plus(Work other) {
            return new Work(milliseconds + other.milliseconds, times + other.times);
        }
    }

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
            int point = setting.deciding().point();
            List<Contender> virtual =
                    digest.contenders().all().stream().filter(it -> !it.isNative()).toList();
            List<Row> rows = new ArrayList<>();
            virtual.forEach(it -> add(rows, digest, it, point));
            if (!rows.isEmpty()) {
                tables.add(new Table(digest.grid().words(setting, setting.deciding()), sums(digest, virtual, point), rows));
            }
        }
        return new ReasonsSection(tables);
    }

    private static List<Sum> sums(Digest digest, List<Contender> contenders, int point) {
        Map<Contender, Map<String, Work>> all = new LinkedHashMap<>();
        for (Contender contender : contenders) {
            Map<String, Work> works = new LinkedHashMap<>();
            own(digest, contender, point)
                    .forEach(it -> works.merge(
                            it.place() + ": " + it.mechanism(), new Work(it.value(), it.count()), Work::plus));
            all.put(contender, works);
        }
        double greatest = all.values().stream()
                .flatMap(it -> it.values().stream())
                .mapToDouble(Work::milliseconds)
                .max()
                .orElse(0);
        List<Sum> sums = new ArrayList<>();
        all.forEach((contender, works) -> works.entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<String, Work> it) -> it.getValue().milliseconds()).reversed())
                .limit(MOST_SUMS)
                .forEach(it -> sums.add(sum(digest, contender, point, it, greatest, isNew(sums, contender)))));
        return sums;
    }

    private static boolean isNew(List<Sum> sums, Contender contender) {
        return sums.isEmpty() || !sums.get(sums.size() - 1).platform().equals(contender.name());
    }

    private static Sum sum(
            Digest digest, Contender contender, int point, Map.Entry<String, Work> reason, double greatest, boolean isFirst) {
        Work work = reason.getValue();
        return new Sum(
                contender.name(),
                isFirst ? exits(digest, contender, point) : "",
                reason.getKey(),
                Figures.value(work.times(), DIGITS),
                Figures.value(work.milliseconds(), DIGITS),
                Double.toString(work.milliseconds()),
                greatest > 0 ? (int) Math.round(100 * work.milliseconds() / greatest) : 0,
                isFirst);
    }

    private static String exits(Digest digest, Contender contender, int point) {
        double rate = digest.guests().stream()
                .flatMap(guest -> digest.metric(contender, point, guest, "exits.rate").stream())
                .mapToDouble(Results.Metric::mean)
                .sum();
        return rate > 0 ? Figures.value(rate, DIGITS) + " exits/s" : "no exits";
    }

    private static Stream<Results.LedgerRow> own(Digest digest, Contender contender, int point) {
        return digest.results().ledgers().stream()
                .filter(row -> row.ledger().equals("cycles") && row.point() == point && PLACES.contains(row.place()))
                .filter(row -> contender.owns(row.platform(), row.variant()) && row.count() > 0);
    }

    private static void add(List<Row> rows, Digest digest, Contender contender, int point) {
        List<Results.LedgerRow> own = own(digest, contender, point)
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
