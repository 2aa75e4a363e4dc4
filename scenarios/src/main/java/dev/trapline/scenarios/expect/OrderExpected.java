package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Platforms whose figures should rise in the order given, at each point and for each variant. */
record OrderExpected(List<List<String>> chains) implements Expected {

    /** Reads {@code a < b < c}. */
    static List<String> chain(String text) {
        List<String> labels = Arrays.stream(text.split("<", -1)).map(String::strip).toList();
        if (labels.size() < 2 || labels.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("'order' must be like 'a < b', got '" + text + "'");
        }
        return labels;
    }

    List<String> labels() {
        return chains.stream().flatMap(List::stream).distinct().toList();
    }

    @Override
    public Finding compare(Subject subject, Results results) {
        List<Results.Metric> figures = subject.figuresOfAll(results);
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (List<String> chain : chains) {
            for (int i = 0; i + 1 < chain.size(); i++) {
                compared += compare(chain.get(i), chain.get(i + 1), figures, results, wrong);
            }
        }
        if (compared == 0) {
            return new Finding(false, subject.absence(results));
        }
        String right = compared == 1 ? "in order" : "in order in all " + compared + " comparisons";
        return new Finding(wrong.isEmpty(), wrong.isEmpty() ? right : String.join("; ", wrong));
    }

    private static int compare(
            String smaller, String larger, List<Results.Metric> figures, Results results, List<String> wrong) {
        int compared = 0;
        for (Results.Metric left : figures) {
            for (Results.Metric right : figures) {
                boolean pair = left.platform().equals(smaller) && right.platform().equals(larger) && left.point() == right.point();
                compared += pair ? 1 : 0;
                if (pair && !(left.mean() < right.mean())) {
                    wrong.add(Subject.where(left, results) + ": " + Figures.shown(left) + " is not below " + larger + "'s "
                            + Figures.shown(right));
                }
            }
        }
        return compared;
    }
}
