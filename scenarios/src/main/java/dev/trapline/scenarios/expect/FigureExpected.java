package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import dev.trapline.scenarios.text.Amount;
import dev.trapline.scenarios.text.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value that each figure should be near. */
record FigureExpected(Amount value, Tolerance within) implements Expected {

    @Override
    public Finding compare(Subject subject, Results results) {
        List<Results.Metric> figures = subject.figures(results);
        if (figures.isEmpty()) {
            return new Finding(false, subject.absence(results));
        }
        boolean met = true;
        List<String> found = new ArrayList<>();
        for (Results.Metric row : figures) {
            Optional<Double> expected = Quantities.in(row.unit(), value);
            boolean near = expected.isPresent() && within.allows(expected.get(), row.mean(), row.unit());
            met &= near;
            if (!near || figures.size() == 1) {
                String deviation = expected.map(wanted -> Figures.deviation(wanted, row.mean())).orElse("another unit");
                found.add(Subject.where(row, results) + ": " + Figures.shown(row) + ", " + deviation);
            }
        }
        return new Finding(met, found.isEmpty() ? "all " + figures.size() + " figures are near" : String.join("; ", found));
    }
}
