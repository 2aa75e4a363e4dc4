package dev.trapline.scenarios.vary;

import dev.trapline.declare.Dimension;
import dev.trapline.scenarios.text.Amount;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values of a range: {@code { from: 10 ms, to: 50 ms, step: 10 ms }}, {@code { from: 1, to: 16, factor: 2 }} or {@code { from:
 * 1 ms, to: 1 s, points: 7, scale: log }}. Between whole numbers without a unit all are whole, and what coincides is there once.
 */
final class Range {
    /** Points are rounded to so small a part of their distance at the most. */
    private static final int PARTS = 1000;

    private final Mapping written;
    private final String path;
    private final Problems problems;

    Range(Mapping written, String path, Problems problems) {
        this.written = written;
        this.path = path;
        this.problems = problems;
    }

    /** The values as a scenario would list them; none after a problem was added. */
    List<Scalar> values() {
        boolean log = written.has(VaryShapes.FACTOR) || written.text(VaryShapes.SCALE).filter(VaryShapes.LOG::equals).isPresent();
        Optional<Span> span = Span.of(written, path, log, problems);
        if (span.isEmpty()) {
            return List.of();
        }
        List<BigDecimal> values = written.has(VaryShapes.POINTS) ? points(span.get()) : steps(span.get());
        return values.stream()
                .map(value -> span.get().written(value, written))
                .distinct()
                .toList();
    }

    private List<BigDecimal> points(Span span) {
        int points = new BigDecimal(written.text(VaryShapes.POINTS).orElseThrow()).intValueExact();
        List<BigDecimal> values = new ArrayList<>();
        values.add(span.from());
        for (int i = 1; i < points - 1; i++) {
            BigDecimal value = span.at((double) i / (points - 1));
            double step = span.counts() ? 1 : span.part(value, points - 1) / PARTS;
            values.add(Rounding.to(step, value, span.dimension(), span.isWhole(), RoundingMode.HALF_EVEN));
        }
        values.add(span.to());
        return values;
    }

    private List<BigDecimal> steps(Span span) {
        boolean factor = written.has(VaryShapes.FACTOR);
        LocatedNode asked = written.find(factor ? VaryShapes.FACTOR : VaryShapes.STEP).orElseThrow();
        Dimension due = factor ? Dimension.NUMBER : span.dimension();
        Optional<BigDecimal> step = Span.amount(asked, List.of(due), path, problems).map(Amount::exact);
        if (step.isEmpty()) {
            return List.of();
        }
        if (step.get().signum() <= 0) {
            problems.add(asked.place(), path, "'step' must be above 0, got " + asked.inWords());
            return List.of();
        }
        boolean whole = span.dimension().isWhole() || span.counts() && (factor || step.get().stripTrailingZeros().scale() <= 0);
        List<BigDecimal> values = new ArrayList<>();
        BigDecimal exact = span.from();
        while (exact.compareTo(span.to()) <= 0 && values.size() <= Grid.MOST_POINTS) {
            values.add(whole ? exact.setScale(0, RoundingMode.HALF_EVEN) : exact);
            exact = factor ? exact.multiply(step.get(), MathContext.DECIMAL128) : exact.add(step.get());
        }
        if (values.size() > Grid.MOST_POINTS) {
            problems.add(asked.place(), path, "must give at most 10,000 values, got " + asked.inWords() + " from "
                    + written.text(VaryShapes.FROM).orElseThrow() + " to " + written.text(VaryShapes.TO).orElseThrow());
            return List.of();
        }
        return values;
    }
}
