package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The words of a metric that is no number, such as {@code limited-by}.
 *
 * @param words all of them, or those that they begin with: {@code cpu}, {@code cpu: domain-0}, {@code cpu: domain-0 vcpu 0}
 */
record WordsExpected(String words) implements Expected {

    @Override
    public Finding compare(Subject subject, Results results) {
        List<Results.Metric> rows = subject.figures(results);
        if (rows.isEmpty()) {
            return new Finding(false, subject.absence(results));
        }
        List<Results.Metric> others = rows.stream().filter(row -> !fits(row.text())).toList();
        List<Results.Metric> shown = others.isEmpty() ? rows : others;
        return new Finding(
                others.isEmpty(),
                shown.stream().map(row -> Subject.where(row, results) + ": " + said(row)).collect(Collectors.joining("; ")));
    }

    private boolean fits(String text) {
        return text.equals(words) || text.startsWith(words + ":") || text.startsWith(words + " ");
    }

    private static String said(Results.Metric row) {
        return row.text().isEmpty() ? "a number, no words" : row.text();
    }
}
