package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import java.util.List;

/**
 * A combination that is refused by a documented rule, or that is supported.
 *
 * @param rule the rule, or {@code none}
 */
record RefusedExpected(String rule) implements Expected {
    private static final String NONE = "none";

    static String words(String rule) {
        return rule.equals(NONE) ? "supported" : "refused by " + rule;
    }

    @Override
    public Finding compare(Subject subject, Results results) {
        List<Integer> points = results.points().stream()
                .map(Results.Point::index)
                .filter(point -> subject.holdsAt(point, results))
                .toList();
        List<Results.Unsupported> refused = results.unsupported().stream()
                .filter(row -> points.contains(row.point()) && subject.isOf(row.platform()))
                .toList();
        boolean everywhere = points.stream()
                .allMatch(point -> refused.stream().anyMatch(row -> row.point() == point && row.rule().equals(rule)));
        boolean met = !points.isEmpty() && (rule.equals(NONE) ? refused.isEmpty() : everywhere);
        return new Finding(met, met ? words(rule) : found(refused));
    }

    private static String found(List<Results.Unsupported> refused) {
        List<String> rules = refused.stream().map(Results.Unsupported::rule).distinct().toList();
        return rules.isEmpty() ? words(NONE) : "refused by " + String.join(", ", rules) + ", or not everywhere";
    }
}
