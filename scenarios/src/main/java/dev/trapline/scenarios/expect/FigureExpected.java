package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import dev.trapline.scenarios.text.Amount;
import dev.trapline.scenarios.text.Quantities;
import java.util.List;
import java.util.Optional;

/** A value that each figure should be near. */
record FigureExpected(Amount value, Tolerance within) implements Expected {

    @Override
    public Finding compare(Subject subject, Results results) {
        return Figures.finding(figures(subject, results), "near", subject, results);
    }

    @Override
    public List<Judgement.Figure> figures(Subject subject, Results results) {
        return subject.figures(results).stream().map(this::judged).toList();
    }

    private Judgement.Figure judged(Results.Metric row) {
        Optional<Double> expected = Quantities.in(row.unit(), value);
        boolean near = expected.isPresent() && within.allows(expected.get(), row.mean(), row.unit());
        return new Judgement.Figure(row, near, expected.map(wanted -> deviation(wanted, row)).orElse("another unit"));
    }

    private String deviation(double wanted, Results.Metric row) {
        return within.points() ? Figures.points(wanted, row) : Figures.deviation(wanted, row.mean());
    }
}
