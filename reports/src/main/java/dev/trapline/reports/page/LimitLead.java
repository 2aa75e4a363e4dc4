package dev.trapline.reports.page;

import dev.trapline.reports.digest.Digest;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who carries how much, in one sentence; who carries the same, as surely, stands together. */
final class LimitLead {
    private static final Comparator<Results.Limit> MOST_FIRST = Comparator.<Results.Limit, Boolean>comparing(
                    it -> it.outcome().equals("refused"))
            .thenComparing(Comparator.comparingLong(Results.Limit::value).reversed());

    private LimitLead() {}

    /** Empty where several settings each have an answer. */
    static String of(List<Results.Limit> limits, Digest digest) {
        if (limits.stream().map(Results.Limit::setting).distinct().count() > 1) {
            return "";
        }
        Map<String, List<Results.Limit>> alike = new LinkedHashMap<>();
        limits.stream()
                .sorted(MOST_FIRST)
                .forEach(it -> alike.computeIfAbsent(carries(it, true), absent -> new ArrayList<>()).add(it));
        List<String> clauses = new ArrayList<>();
        alike.values().forEach(own -> clauses.add(names(own, digest) + carries(own.get(0), own.size() == 1)));
        return String.join("; ", clauses) + ".";
    }

    /** What is said of a platform, or of several. */
    private static String carries(Results.Limit limit, boolean isOne) {
        String verb = isOne ? " carries " : " carry ";
        String said =
                switch (limit.outcome()) {
                    case "refused" -> (isOne ? " does" : " do") + " not support even " + limit.amount(limit.least());
                    case "none" -> (isOne ? " does" : " do") + " not carry even " + limit.amount(limit.least());
                    case "all" -> verb + "at least " + limit.amount(limit.value()) + ", where the search ends";
                    case "supported" -> verb + "all of the " + limit.amount(limit.value()) + " that "
                            + (isOne ? "it supports" : "they support");
                    default -> verb + limit.amount(limit.value()) + (isOne ? "" : " each");
                };
        return limit.low() == limit.high() || limit.outcome().equals("refused")
                ? said
                : said + " (" + limit.low() + "\u00a0to\u00a0" + limit.high() + ")";
    }

    private static String names(List<Results.Limit> limits, Digest digest) {
        List<String> names = limits.stream().map(it -> LimitSection.name(it, digest)).toList();
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
