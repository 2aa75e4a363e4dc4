package dev.trapline.reports.page;

import dev.trapline.reports.digest.Contender;
import dev.trapline.reports.digest.Digest;
import dev.trapline.reports.digest.Figures;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                        limits.get(0).path(),
                        lead(limits, digest),
                        limits.stream().map(limit -> row(limit, digest)).toList(),
                        effort(limits),
                        turning(limits, digest));
    }

    private static String lead(List<Results.Limit> limits, Digest digest) {
        List<Results.Limit> falling = limits.stream()
                .filter(it -> !it.outcome().equals("refused"))
                .sorted(Comparator.comparingLong(Results.Limit::value).reversed())
                .toList();
        if (falling.isEmpty() || limits.stream().map(Results.Limit::setting).distinct().count() > 1) {
            return "";
        }
        Map<Long, List<Results.Limit>> byValue =
                falling.stream().collect(Collectors.groupingBy(Results.Limit::value, LinkedHashMap::new, Collectors.toList()));
        List<String> parts = new ArrayList<>();
        byValue.forEach((value, own) -> parts.add(names(own, digest)
                + (parts.isEmpty() ? (own.size() == 1 ? " carries " : " carry ") + value + " " + limits.get(0).what() : " " + value)
                + " (" + own.stream().mapToLong(Results.Limit::low).min().orElseThrow() + "\u00a0to\u00a0"
                + own.stream().mapToLong(Results.Limit::high).max().orElseThrow() + ")"));
        return String.join(", ", parts) + ".";
    }

    private static String names(List<Results.Limit> limits, Digest digest) {
        List<String> names = limits.stream().map(it -> name(it, digest)).toList();
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
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
        turning.add(digest.results().settings().draws() == 0
                ? "What is not known of the costs: it was not varied in this search."
                : "Costs outside their ranges.");
        return turning;
    }

    private static Row row(Results.Limit limit, Digest digest) {
        boolean refused = limit.outcome().equals("refused");
        return new Row(
                name(limit, digest) + (limit.setting().isEmpty() ? "" : ", " + limit.setting()),
                refused ? "–" : Long.toString(limit.value()),
                refused ? "not supported" : limit.low() + " to " + limit.high() + " at " + Figures.percent(limit.confidence()),
                limit.broke().isEmpty() ? "nothing up to " + limit.most() : Figures.unbroken(limit.broke()),
                limit.limitedBy(),
                Figures.unbroken(limit.sentence()));
    }

    private static String name(Results.Limit limit, Digest digest) {
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
