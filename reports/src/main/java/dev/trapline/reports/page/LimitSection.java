package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What an objective's search found.
 *
 * @param path what was to be as large as possible; empty without an objective
 * @param lead who carries most, in one sentence; empty where several settings each have an answer
 * @param rows one for each platform and variant in each setting
 * @param effort how much simulated time the search took
 */
public record LimitSection(String path, String lead, List<Row> rows, String effort, List<String> turning) {
    private static final LimitSection NONE = new LimitSection("", "", List.of(), "", List.of());

    /**
     * One limit in words: {@code interval} is its ends with the confidence, {@code drawn} what it is over draws of the costs,
     * {@code saturated} what is so beyond it.
     */
    public record Row(
            String platform, String limit, String interval, String drawn, String broke, String saturated, String sentence) {}

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Whether any limit was searched again with other costs. */
    public boolean isDrawn() {
        return rows.stream().anyMatch(row -> !row.drawn().equals(Figures.NONE));
    }

    static LimitSection of(Digest digest) {
        List<Results.Limit> limits = digest.results().limits();
        return limits.isEmpty()
                ? NONE
                : new LimitSection(
                        limits.get(0).path(),
                        LimitLead.of(limits, digest),
                        limits.stream().map(limit -> row(limit, digest)).toList(),
                        effort(limits),
                        turning(limits, digest));
    }

    private static List<String> turning(List<Results.Limit> limits, Digest digest) {
        List<String> turning = new ArrayList<>();
        String broke = limits.stream().map(Results.Limit::broke).filter(it -> !it.isEmpty()).distinct().collect(
                Collectors.joining(", or "));
        if (!broke.isEmpty()) {
            turning.add("Another bound. What breaks first: " + Figures.unbroken(broke) + ".");
        }
        if (limits.stream().anyMatch(it -> it.low() < it.high())) {
            turning.add("More replications, where intervals overlap: such limits are not told apart.");
        }
        turning.add(costs(limits, digest));
        return turning;
    }

    /** What draws of the uncertain costs make of the limits. */
    private static String costs(List<Results.Limit> limits, Digest digest) {
        List<Results.DrawRange> ranges = limits.stream().flatMap(it -> digest.drawn(it).stream()).toList();
        if (ranges.isEmpty()) {
            return "What is not known of the costs: it was not varied in this search.";
        }
        String changed = limits.stream()
                .filter(it -> digest.drawn(it).filter(range -> range.low() < range.high()).isPresent())
                .map(it -> drawn(it, digest) + " on " + name(it, digest))
                .collect(Collectors.joining(", "));
        int draws = ranges.get(0).draws();
        return changed.isEmpty()
                ? "Costs outside their ranges: none of " + draws + " draws within them changes a limit."
                : "Costs within their ranges: over " + draws + " draws " + changed + ".";
    }

    private static String drawn(Results.Limit limit, Digest digest) {
        return digest.drawn(limit)
                .map(it -> it.low() == it.high()
                        ? Figures.value(it.low())
                        : Figures.value(it.low()) + " to " + Figures.value(it.high()))
                .orElse(Figures.NONE);
    }

    private static Row row(Results.Limit limit, Digest digest) {
        return new Row(
                name(limit, digest) + (limit.setting().isEmpty() ? "" : ", " + limit.setting()),
                value(limit),
                interval(limit),
                drawn(limit, digest),
                limit.broke().isEmpty() ? "nothing up to " + limit.value() : Figures.unbroken(limit.broke()),
                limit.limitedBy(),
                Figures.unbroken(limit.sentence()));
    }

    private static String value(Results.Limit limit) {
        return switch (limit.outcome()) {
            case "refused" -> Figures.NONE;
            case "none" -> "not even " + limit.least();
            case "all" -> "at least " + limit.value();
            default -> Long.toString(limit.value());
        };
    }

    private static String interval(Results.Limit limit) {
        if (limit.outcome().equals("refused")) {
            return "not supported";
        }
        boolean isOne = limit.low() == limit.high();
        return isOne && limit.low() < limit.least()
                ? Figures.NONE
                : (isOne ? "" : limit.low() + " to ") + limit.high() + " at " + Figures.percent(limit.confidence());
    }

    /** The platform, and which variant of it, whose limit it is. */
    static String name(Results.Limit limit, Digest digest) {
        return digest.contenders().all().stream()
                .filter(contender -> contender.owns(limit.platform(), limit.variant()))
                .map(Contender::name)
                .findFirst()
                .orElse(limit.platform());
    }

    private static String effort(List<Results.Limit> limits) {
        double searched = limits.stream().mapToDouble(Results.Limit::simulatedSeconds).sum();
        double grid = limits.stream().mapToDouble(Results.Limit::gridSeconds).sum();
        return "In brackets " + Figures.percent(limits.get(0).confidence()) + " intervals of the search, which ran "
                + Figures.value(searched) + " s of simulated time"
                + (grid > 0 ? " (" + Figures.percent(searched / grid) + " of what all values would have taken)" : "")
                + ". A value is decided where the whole interval of a figure lies on one side of its bound.";
    }
}
