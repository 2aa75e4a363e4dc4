package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.result.Results;
import java.util.List;

/**
 * What an objective's search found.
 *
 * @param path what was to be as large as possible; empty without an objective
 * @param rows one for each platform and variant in each setting
 * @param effort how much simulated time the search took
 */
public record LimitSection(String path, List<Row> rows, String effort) {
    private static final LimitSection NONE = new LimitSection("", List.of(), "");

    /** One limit in words: {@code interval} is its ends with the confidence, {@code saturated} what is so beyond it. */
    public record Row(String platform, String limit, String interval, String broke, String saturated, String sentence) {}

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    static LimitSection of(Digest digest) {
        List<Results.Limit> limits = digest.results().limits();
        return limits.isEmpty()
                ? NONE
                : new LimitSection(
                        limits.get(0).path(), limits.stream().map(limit -> row(limit, digest)).toList(), effort(limits));
    }

    private static Row row(Results.Limit limit, Digest digest) {
        boolean refused = limit.outcome().equals("refused");
        String name = digest.contenders().all().stream()
                .filter(contender -> contender.owns(limit.platform(), limit.variant()))
                .map(Contender::name)
                .findFirst()
                .orElse(limit.platform());
        return new Row(
                name + (limit.setting().isEmpty() ? "" : ", " + limit.setting()),
                refused ? "–" : Long.toString(limit.value()),
                refused ? "not supported" : limit.low() + " to " + limit.high() + " at " + Figures.percent(limit.confidence()),
                limit.broke().isEmpty() ? "nothing up to " + limit.most() : limit.broke(),
                limit.limitedBy(),
                limit.sentence());
    }

    private static String effort(List<Results.Limit> limits) {
        double searched = limits.stream().mapToDouble(Results.Limit::simulatedSeconds).sum();
        double grid = limits.stream().mapToDouble(Results.Limit::gridSeconds).sum();
        return "The search took " + Figures.value(searched) + " s of simulated time"
                + (grid > 0 ? ", " + Figures.percent(searched / grid) + " of what all values would have taken" : "")
                + ". A constraint is decided where its whole interval lies on one side of its bound, the error shared by all"
                + " decisions of a search; what replications do not decide widens the interval of the limit.";
    }
}
