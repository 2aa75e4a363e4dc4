package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.reports.digest.Grid;
import dev.trapline.reports.digest.Ledgers;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The latency ledger entry by entry: each platform at each deciding point. */
public record LedgerSection(List<Breakdown> breakdowns) {
    private static final int MOST_ENTRIES = 40;
    private static final int MOST_SETTINGS = 12;

    /** The platforms of one setting and kind of request. */
    public record Breakdown(String at, List<Account> accounts) {}

    /**
     * One platform's entries, largest first.
     *
     * @param total the sum of all entries, with unit
     * @param greatest the three largest, in words
     * @param left how many entries had no room
     */
    public record Account(String name, String total, String greatest, List<Entry> entries, int left) {}

    /** {@code occupier} is who held what was waited for; {@code count} is occurrences for each request. */
    public record Entry(
            String place,
            String mechanism,
            String kind,
            String occupier,
            String milliseconds,
            String share,
            String count) {}

    /** Requests of one name in one guest group. */
    private record Kind(String guest, String request) {}

    static LedgerSection of(Digest digest) {
        List<Breakdown> breakdowns = new ArrayList<>();
        for (Grid.Setting setting :
                digest.grid().settings().stream().limit(MOST_SETTINGS).toList()) {
            int point = setting.deciding().point();
            Map<Kind, List<Results.LedgerRow>> byKind = digest.results().ledgers().stream()
                    .filter(row -> row.point() == point && row.ledger().equals("latency"))
                    .collect(Collectors.groupingBy(
                            row -> new Kind(row.guest(), row.request()), LinkedHashMap::new, Collectors.toList()));
            String at = digest.grid().words(setting, setting.deciding());
            byKind.forEach((kind, rows) ->
                    breakdowns.add(new Breakdown(title(at, kind, byKind.size()), accounts(digest, rows))));
        }
        return new LedgerSection(breakdowns);
    }

    private static String title(String at, Kind kind, int kinds) {
        return kinds < 2 ? at : (at + ": " + kind.guest() + " " + kind.request()).strip();
    }

    private static List<Account> accounts(Digest digest, List<Results.LedgerRow> rows) {
        List<Account> accounts = new ArrayList<>();
        for (Contender contender : digest.contenders().all()) {
            List<Results.LedgerRow> own = rows.stream()
                    .filter(row -> contender.owns(row.platform(), row.variant()))
                    .sorted(Comparator.comparingDouble(Results.LedgerRow::value).reversed())
                    .toList();
            if (!own.isEmpty()) {
                accounts.add(account(contender, own));
            }
        }
        return accounts;
    }

    private static Account account(Contender contender, List<Results.LedgerRow> rows) {
        double total = rows.stream().mapToDouble(Results.LedgerRow::value).sum();
        List<Entry> entries =
                rows.stream().limit(MOST_ENTRIES).map(row -> entry(row, total)).toList();
        String greatest = rows.stream()
                .limit(3)
                .map(row -> Ledgers.words(row) + " " + share(row, total))
                .collect(Collectors.joining(" \u00b7 "));
        return new Account(
                contender.name(), Figures.value(total) + " ms", greatest, entries, rows.size() - entries.size());
    }

    private static String share(Results.LedgerRow row, double total) {
        return Figures.percent(total > 0 ? row.value() / total : 0);
    }

    private static Entry entry(Results.LedgerRow row, double total) {
        return new Entry(
                row.place(),
                row.mechanism(),
                row.kind(),
                Ledgers.occupier(row.occupier()),
                Figures.interval(row.value(), row.low(), row.high()),
                share(row, total),
                Figures.value(row.count()));
    }
}
