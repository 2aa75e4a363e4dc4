package dev.trapline.scenarios.expect;

import dev.trapline.result.Results;
import dev.trapline.scenarios.text.Amount;
import dev.trapline.scenarios.text.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bounds between which each figure should lie. */
record BoundExpected(Optional<Amount> least, Optional<Amount> most) implements Expected {

    @Override
    public Finding compare(Subject subject, Results results) {
        List<Results.Metric> figures = subject.figures(results);
        if (figures.isEmpty()) {
            return new Finding(false, subject.absence(results));
        }
        boolean met = true;
        List<String> found = new ArrayList<>();
        for (Results.Metric row : figures) {
            boolean inside = inside(row);
            met &= inside;
            if (!inside || figures.size() == 1) {
                found.add(Subject.where(row, results) + ": " + Figures.shown(row));
            }
        }
        return new Finding(met, found.isEmpty() ? "all " + figures.size() + " figures are inside" : String.join("; ", found));
    }

    private boolean inside(Results.Metric row) {
        boolean above = least.isEmpty() || Quantities.in(row.unit(), least.get()).filter(bound -> row.mean() >= bound).isPresent();
        boolean below = most.isEmpty() || Quantities.in(row.unit(), most.get()).filter(bound -> row.mean() <= bound).isPresent();
        return above && below;
    }
}
