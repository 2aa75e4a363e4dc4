package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import dev.trapline.scenarios.text.Amount;
import dev.trapline.scenarios.text.Quantities;
import java.util.List;
import java.util.Optional;

/** Bounds between which each figure should lie. */
record BoundExpected(Optional<Amount> least, Optional<Amount> most) implements Expected {

    @Override
    public Finding compare(Subject subject, Results results) {
        return Figures.finding(figures(subject, results), "inside", subject, results);
    }

    @Override
    public List<Judgement.Figure> figures(Subject subject, Results results) {
        return subject.figures(results).stream().map(this::judged).toList();
    }

    private Judgement.Figure judged(Results.Metric row) {
        Optional<Double> low = least.flatMap(bound -> Quantities.in(row.unit(), bound));
        Optional<Double> high = most.flatMap(bound -> Quantities.in(row.unit(), bound));
        boolean another = least.isPresent() && low.isEmpty() || most.isPresent() && high.isEmpty();
        if (another) {
            return new Judgement.Figure(row, false, "another unit");
        }
        boolean below = low.isPresent() && !(row.mean() >= low.get());
        boolean above = high.isPresent() && !(row.mean() <= high.get());
        Optional<Double> broken = below ? low : above ? high : Optional.empty();
        String deviation = broken.map(bound -> Figures.deviation(bound, row.mean())).orElse("");
        return new Judgement.Figure(row, broken.isEmpty(), deviation);
    }
}
