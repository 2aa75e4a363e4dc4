package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.result.Results;
import java.util.List;
import java.util.Optional;

/**
 * What is not known of the costs, in figures: their ranges over the draws, beside the noise of the runs.
 *
 * @param draws how many; 0 if there were none
 */
public record DrawSection(int draws, List<Row> rows) {
    private static final List<String> METRICS = List.of("throughput", "elapsed", "latency.mean", "latency.p95");
    private static final int MOST_ROWS = 200;

    /**
     * A figure of a platform or variant.
     *
     * @param range the least and the greatest over the draws
     * @param middle the middle one of the draws
     * @param noise the figure with every cost at its value, with its confidence interval
     */
    public record Row(String at, String platform, String metric, String range, String middle, String noise) {}

    static DrawSection of(Digest digest) {
        List<Row> rows = digest.results().drawRanges().stream()
                .filter(it -> METRICS.contains(it.metric()))
                .limit(MOST_ROWS)
                .flatMap(it -> contender(digest, it).map(contender -> row(digest, it, contender)).stream())
                .toList();
        return new DrawSection(digest.results().settings().draws(), rows);
    }

    private static Optional<Contender> contender(Digest digest, Results.DrawRange range) {
        return digest.contenders().all().stream()
                .filter(it -> it.owns(range.platform(), range.variant()))
                .findFirst();
    }

    private static Row row(Digest digest, Results.DrawRange it, Contender contender) {
        String where = digest.grid().words(it.point());
        String at = digest.guests().size() > 1 ? (where.isEmpty() ? it.guest() : where + ", " + it.guest()) : where;
        return new Row(
                at,
                contender.name(),
                (Tone.words(it.metric()) + " " + it.unit()).strip(),
                Figures.value(it.low()) + " to " + Figures.value(it.high()),
                Figures.value(it.median()),
                digest.metric(contender, it.point(), it.guest(), it.metric())
                        .map(figure -> Figures.interval(figure.mean(), figure.low(), figure.high()))
                        .orElse(Figures.NONE));
    }
}
