package dev.trapline.cli.print;

import dev.trapline.queueing.Bounds;
import dev.trapline.queueing.Solution;
import dev.trapline.queueing.Station;
import dev.trapline.result.Results;
import dev.trapline.run.Twin;
import dev.trapline.spec.PointSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What queueing formulas say: for each point a table, beside what was simulated if that is given; then why not, and what is
 * left out.
 */
public final class TwinLines {
    private static final String NONE = "-";

    private final List<Twin> twins;
    private final Optional<Results> simulated;
    private final Ink ink;
    private final List<String> lines = new ArrayList<>();
    private final Set<String> said = new LinkedHashSet<>();

    private TwinLines(List<Twin> twins, Optional<Results> simulated, Ink ink) {
        this.twins = twins;
        this.simulated = simulated;
        this.ink = ink;
    }

    /** Of all points that have one, in their order. */
    public static List<String> of(List<Twin> twins, List<PointSpec> points, Optional<Results> simulated, boolean coloured) {
        TwinLines of = new TwinLines(twins, simulated, new Ink(coloured));
        for (PointSpec point : points) {
            of.point(point);
        }
        of.reasons();
        of.leftOut();
        return of.ink.finished(of.lines);
    }

    private void point(PointSpec point) {
        List<Twin> here = twins.stream().filter(twin -> twin.point() == point.index() && twin.bounds().isPresent()).toList();
        if (here.isEmpty()) {
            return;
        }
        String title = point.at().isEmpty() ? "by formulas" : String.join(", ", point.at().values()) + ", by formulas";
        WrappedTable table = new WrappedTable(title, here.stream().map(Twin::fullName).toList());
        figures(table, "throughput /s", "at most", here, "throughput", it -> it.solution().map(Solution::throughput), it ->
                Words.value(bounds(it).throughputAtMost()));
        figures(table, "mean ms", "at least", here, "latency.mean", it -> it.solution().map(of -> 1000 * of.responseSeconds()), it ->
                Words.value(1000 * bounds(it).responseAtLeastSeconds()));
        table.add("w", "limit", here.stream().map(it -> bounds(it).limit()).toList());
        lines.add("");
        lines.addAll(table.lines());
        here.forEach(this::demands);
    }

    private static Bounds bounds(Twin twin) {
        return twin.bounds().orElseThrow();
    }

    /** Columns of one figure: simulated if it was, solved, and the bound. */
    private void figures(
            WrappedTable table,
            String figure,
            String bound,
            List<Twin> here,
            String metric,
            Function<Twin, Optional<Double>> solved,
            Function<Twin, String> limit) {
        List<String> heads = new ArrayList<>();
        List<List<String>> columns = new ArrayList<>();
        if (simulated.isPresent()) {
            heads.add(figure + " simulated");
            columns.add(here.stream().map(twin -> simulated(simulated.get(), twin, metric)).toList());
        }
        heads.add(simulated.isPresent() ? "solved" : figure);
        columns.add(here.stream().map(twin -> solved.apply(twin).map(Words::value).orElse(NONE)).toList());
        heads.add(bound);
        columns.add(here.stream().map(limit).toList());
        table.add("f".repeat(heads.size()), heads, columns);
    }

    private static String simulated(Results results, Twin twin, String metric) {
        return results.metrics().stream()
                .filter(row -> row.point() == twin.point()
                        && row.platform().equals(twin.platform())
                        && row.variant().equals(twin.variant())
                        && row.guest().equals(twin.guest())
                        && row.request().isEmpty()
                        && row.metric().equals(metric))
                .findFirst()
                .map(row -> Words.interval(row.mean(), (row.high() - row.low()) / 2))
                .orElse(NONE);
    }

    /** {@code native: one request alone asks 2.05 ms of cores (4), ...}; once where further points repeat it. */
    private void demands(Twin twin) {
        List<String> asks = new ArrayList<>();
        for (Station station : twin.stations()) {
            asks.add(Words.value(1000 * station.demandSeconds()) + " ms of " + station.name()
                    + (station.servers() == 1 ? "" : " (" + station.servers() + ")"));
        }
        asks.add(Words.value(1000 * twin.delaySeconds()) + " ms elsewhere");
        String sentence = twin.fullName() + ": one request alone asks " + String.join(", ", asks);
        if (said.add(sentence)) {
            lines.addAll(Paragraph.wrapped("  ", "    ", sentence));
        }
    }

    private void reasons() {
        Map<String, List<String>> reasons = new LinkedHashMap<>();
        for (Twin twin : twins) {
            String what = twin.bounds().isPresent() ? "Not solved: " : "Out of reach: ";
            for (String reason : twin.reasons()) {
                List<String> platforms = reasons.computeIfAbsent(what + reason, absent -> new ArrayList<>());
                if (!platforms.contains(twin.fullName())) {
                    platforms.add(twin.fullName());
                }
            }
        }
        if (!reasons.isEmpty()) {
            lines.add("");
        }
        reasons.forEach((reason, platforms) ->
                lines.addAll(Paragraph.wrapped("", "  ", reason + " (" + String.join(", ", platforms) + ").")));
    }

    private void leftOut() {
        List<String> sentences = twins.stream().flatMap(twin -> twin.leftOut().stream()).distinct().toList();
        if (!sentences.isEmpty()) {
            lines.add("");
            lines.add("Left out:");
            sentences.forEach(sentence -> lines.addAll(Paragraph.wrapped("  ", "    ", sentence)));
        }
    }
}
