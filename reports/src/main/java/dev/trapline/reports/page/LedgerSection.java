package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.reports.digest.Grid;
import dev.trapline.reports.digest.Ledgers;
import dev.trapline.reports.digest.RequestKind;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The latency ledger entry by entry: one table for each deciding point and kind of request, all platforms in it. */
public record LedgerSection(List<Breakdown> breakdowns) {
    private static final int MOST_ENTRIES = 40;
    private static final int LEAST_ENTRIES = 8;
    /** Of all tables together, for the page's length. */
    private static final int MOST_ROWS = 1500;

    private static final int MOST_SETTINGS = 12;

    /** The platforms of one setting and kind of request. */
    public record Breakdown(String at, List<Entry> entries) {}

    /**
     * A part of a platform's mean request, or all that had no room.
     *
     * @param occupier who held what was waited for
     * @param order the milliseconds as a number
     * @param count occurrences for each request
     */
    public record Entry(
            String platform,
            String place,
            String mechanism,
            String kind,
            String occupier,
            String milliseconds,
            String order,
            String share,
            String shareOrder,
            String count,
            boolean isFirst) {}

    static LedgerSection of(Digest digest) {
        List<Grid.Setting> settings =
                digest.grid().settings().stream().limit(MOST_SETTINGS).toList();
        int bars = Math.max(1, settings.size() * digest.contenders().all().size());
        int most = Math.max(LEAST_ENTRIES, Math.min(MOST_ENTRIES, MOST_ROWS / bars));
        List<Breakdown> breakdowns = new ArrayList<>();
        for (Grid.Setting setting : settings) {
            int point = setting.deciding().point();
            List<Results.LedgerRow> rows = digest.results().ledgers().stream()
                    .filter(row -> row.point() == point && row.ledger().equals("latency"))
                    .toList();
            String at = digest.grid().words(setting, setting.deciding());
            List<RequestKind> kinds = RequestKind.of(rows);
            for (RequestKind kind : kinds) {
                List<Results.LedgerRow> own = rows.stream()
                        .filter(row -> kind.equals(RequestKind.of(row)))
                        .toList();
                breakdowns.add(new Breakdown(kind.title(kinds.size(), at), entries(digest, own, most)));
            }
        }
        return new LedgerSection(breakdowns);
    }

    private static List<Entry> entries(Digest digest, List<Results.LedgerRow> rows, int most) {
        List<Entry> entries = new ArrayList<>();
        for (Contender contender : digest.contenders().all()) {
            List<Results.LedgerRow> own = rows.stream()
                    .filter(row -> contender.owns(row.platform(), row.variant()))
                    .sorted(Comparator.comparingDouble(Results.LedgerRow::value).reversed())
                    .toList();
            double total = own.stream().mapToDouble(Results.LedgerRow::value).sum();
            for (int i = 0; i < Math.min(most, own.size()); i++) {
                entries.add(entry(contender, own.get(i), total, i == 0));
            }
            if (own.size() > most) {
                entries.add(rest(contender, own.subList(most, own.size()), total));
            }
        }
        return entries;
    }

    private static Entry entry(Contender contender, Results.LedgerRow row, double total, boolean isFirst) {
        double share = total > 0 ? row.value() / total : 0;
        return new Entry(
                contender.name(),
                row.place(),
                row.mechanism(),
                row.kind(),
                Ledgers.occupier(row.occupier()),
                Figures.interval(row.value(), row.low(), row.high()),
                Double.toString(row.value()),
                Figures.percent(share),
                Double.toString(share),
                row.count() == 0 ? Figures.NONE : Figures.value(row.count()),
                isFirst);
    }

    private static Entry rest(Contender contender, List<Results.LedgerRow> rows, double total) {
        double sum = rows.stream().mapToDouble(Results.LedgerRow::value).sum();
        double share = total > 0 ? sum / total : 0;
        String name = rows.size() + (rows.size() == 1 ? " smaller part" : " smaller parts") + ", in ledger.csv";
        return new Entry(
                contender.name(),
                "",
                name,
                "",
                "",
                Figures.value(sum),
                Double.toString(sum),
                Figures.percent(share),
                Double.toString(share),
                Figures.NONE,
                false);
    }
}
