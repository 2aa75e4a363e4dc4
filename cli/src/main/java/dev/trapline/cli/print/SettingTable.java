package dev.trapline.cli.print;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One guest group at one point: a row of figures for each platform; variants of one platform are a range. */
final class SettingTable {
    private static final String NO_FIGURE = "-";
    private static final int LONGEST_BAR = 20;

    /** A column: {@code guest} is empty for figures of the machine. */
    private record Column(String guest, String metric, String head) {}

    private final Digest digest;
    private final int point;
    private final String guest;
    private final Ink ink;
    private final List<Column> columns = new ArrayList<>();

    private SettingTable(Digest digest, int point, String guest, Ink ink) {
        this.digest = digest;
        this.point = point;
        this.guest = guest;
        this.ink = ink;
    }

    /** The lines of the table; none if nothing ran there. */
    static List<String> lines(Digest digest, int point, String guest, String title, Ink ink) {
        SettingTable table = new SettingTable(digest, point, guest, ink);
        table.chooseColumns();
        return table.columns.isEmpty() ? List.of() : table.text(title);
    }

    private void chooseColumns() {
        addColumn(guest, "throughput", "throughput");
        addColumn(guest, "elapsed", "elapsed");
        addColumn(guest, "latency.p95", "p95");
        boolean stream = unit(guest, "throughput").filter("Mb/s"::equals).isPresent();
        if (stream) {
            addColumn("", "core.idle", "core idle");
            addColumn(guest, "datagrams.dropped", "dropped");
            addColumn(guest, "limited-by", "limited by");
        }
    }

    private void addColumn(String of, String metric, String head) {
        unit(of, metric).ifPresent(unit -> columns.add(new Column(of, metric, (head + " " + unit).strip())));
    }

    private Optional<String> unit(String of, String metric) {
        return digest.contenders().all().stream()
                .flatMap(contender -> digest.metric(contender, point, of, metric).stream())
                .map(Results.Metric::unit)
                .findFirst();
    }

    private List<String> text(String title) {
        List<String> platforms = digest.contenders().platforms();
        WrappedTable table = new WrappedTable(title, platforms);
        for (Column column : columns) {
            table.add("f", column.head(), platforms.stream().map(platform -> figure(platform, column)).toList());
        }
        List<String> remarks = platforms.stream().map(this::remark).toList();
        Optional<String> reference = reference();
        if (reference.isEmpty()) {
            table.add("w", "", remarks);
            return table.lines();
        }
        String label = reference.get();
        List<String> ratios = platforms.stream().map(it -> it.equals(label) ? "1.00x" : ratio(it)).toList();
        int others = table.widthWith(ratios, remarks);
        List<String> bars = bars(platforms, label, Math.max(0, Math.min(LONGEST_BAR, Paragraph.WIDTH - others)));
        table.add("fww", List.of("to " + label, "", ""), List.of(ratios, bars, remarks));
        return table.lines();
    }

    /** How far each ratio reaches, of the greatest or of 1; a range goes on in dots. */
    private List<String> bars(List<String> platforms, String reference, int length) {
        double greatest = 1;
        for (String platform : platforms) {
            greatest = Math.max(greatest, differences(platform).stream().mapToDouble(Results.Difference::ratio).max().orElse(0));
        }
        List<String> bars = new ArrayList<>();
        for (String platform : platforms) {
            List<Double> ratios = platform.equals(reference)
                    ? List.of(1.0)
                    : differences(platform).stream().map(Results.Difference::ratio).sorted().toList();
            int least = ratios.isEmpty() ? 0 : (int) Math.round(length * ratios.get(0) / greatest);
            int most = ratios.isEmpty() ? 0 : (int) Math.round(length * ratios.get(ratios.size() - 1) / greatest);
            bars.add("#".repeat(least) + ".".repeat(most - least));
        }
        return bars;
    }

    private Optional<String> reference() {
        return digest.results().differences().stream()
                .filter(it -> it.point() == point && it.guest().equals(guest))
                .map(Results.Difference::reference)
                .findFirst();
    }

    private String figure(String platform, Column column) {
        List<Results.Metric> figures = new ArrayList<>();
        for (Contender variant : digest.contenders().ofPlatform(platform)) {
            digest.metric(variant, point, column.guest(), column.metric()).ifPresent(figures::add);
        }
        if (figures.isEmpty()) {
            return NO_FIGURE;
        }
        if (!figures.get(0).text().isEmpty()) {
            return String.join(" or ", figures.stream().map(Results.Metric::text).distinct().toList());
        }
        List<String> means = figures.stream().map(Results.Metric::mean).sorted().map(Words::value).toList();
        String range = Words.range(means.get(0), means.get(means.size() - 1));
        Results.Metric first = figures.get(0);
        return range.equals(means.get(0)) ? Words.interval(first.mean(), (first.high() - first.low()) / 2) : range;
    }

    private String ratio(String platform) {
        List<String> ratios = differences(platform).stream()
                .map(Results.Difference::ratio)
                .sorted()
                .map(Words::ratio)
                .toList();
        return ratios.isEmpty() ? NO_FIGURE : Words.range(ratios.get(0), ratios.get(ratios.size() - 1));
    }

    private List<Results.Difference> differences(String platform) {
        List<Results.Difference> found = new ArrayList<>();
        for (Contender variant : digest.contenders().ofPlatform(platform)) {
            digest.difference(variant, point, guest, compared()).ifPresent(found::add);
        }
        return found;
    }

    /** What the verdicts on this group compare. */
    private String compared() {
        return digest.results().verdicts().stream()
                .filter(it -> it.guest().equals(guest))
                .map(Results.Verdict::metric)
                .findFirst()
                .orElse("throughput");
    }

    private String remark(String platform) {
        if (digest.isRefused(platform, point)) {
            return "not supported";
        }
        if (!digest.unjudged(platform).isEmpty()) {
            return digest.unjudged(platform);
        }
        return digest.verdict(platform, point, guest, compared())
                .map(verdict -> ink.verdict(verdict.word()))
                .orElse("");
    }
}
