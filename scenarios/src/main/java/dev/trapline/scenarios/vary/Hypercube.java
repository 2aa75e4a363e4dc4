package dev.trapline.scenarios.vary;

import dev.trapline.random.LatinHypercube;
import dev.trapline.scenarios.text.Problems;
import dev.trapline.scenarios.yaml.LocatedNode;
import dev.trapline.scenarios.yaml.LocatedNode.Entry;
import dev.trapline.scenarios.yaml.LocatedNode.Mapping;
import dev.trapline.scenarios.yaml.LocatedNode.Scalar;
import dev.trapline.scenarios.yaml.LocatedNode.Sequence;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** The points of a Latin hypercube over spans and lists, in the order of the first path's values. */
final class Hypercube {
    /** Values are rounded to so small a part of the part they were drawn from, and stay inside it. */
    private static final int PARTS = 10;

    private final Mapping written;
    private final Problems problems;
    private final int points;
    private final LatinHypercube draws;

    Hypercube(Mapping written, Problems problems) {
        this.written = written;
        this.problems = problems;
        points = new BigDecimal(written.text(VaryShapes.POINTS).orElseThrow()).intValueExact();
        draws = new LatinHypercube(new BigDecimal(written.text(VaryShapes.SEED).orElse("1")).longValueExact(), points);
    }

    /** The values of each path, row by row; incomplete after a problem was added. */
    Map<String, List<Scalar>> columns() {
        Mapping over = (Mapping) written.find(VaryShapes.OVER).orElseThrow();
        String first = over.entries().keySet().iterator().next();
        List<Integer> order = IntStream.range(0, points)
                .boxed()
                .sorted(Comparator.comparingDouble(draw -> draws.quantile(name(first), draw)))
                .toList();
        Map<String, List<Scalar>> columns = new LinkedHashMap<>();
        for (Map.Entry<String, Entry> axis : over.entries().entrySet()) {
            String path = axis.getKey();
            value(path, axis.getValue()).ifPresent(value -> columns.put(
                    path, order.stream().map(draw -> value.apply(draws.quantile(name(path), draw))).toList()));
        }
        return columns;
    }

    private static String name(String path) {
        return "vary/" + path;
    }

    /** What a share of the way stands for. */
    private Optional<DoubleFunction<Scalar>> value(String path, Entry axis) {
        if (axis.value() instanceof Sequence list) {
            if (list.items().isEmpty()) {
                problems.add(axis.place(), "vary", "needs at least one value for '" + path + "'");
                return Optional.empty();
            }
            return Optional.of(share -> (Scalar) list.items().get((int) (share * list.items().size())));
        }
        Mapping span = (Mapping) axis.value();
        boolean log = span.text(VaryShapes.SCALE).filter(VaryShapes.LOG::equals).isPresent();
        return Span.of(span, "vary.latin-hypercube.over." + path, log, problems)
                .map(read -> share -> drawn(read, share, axis.value()));
    }

    private Scalar drawn(Span span, double share, LocatedNode asked) {
        if (span.counts()) {
            return span.written(span.countAt(share), asked);
        }
        double inside = share * points - StrictMath.floor(share * points);
        BigDecimal value = span.at(share);
        BigDecimal rounded = Rounding.to(
                span.part(value, points) / PARTS, value, span.dimension(), span.isWhole(),
                inside < 0.5 ? RoundingMode.CEILING : RoundingMode.FLOOR);
        return span.written(rounded.max(span.from()).min(span.to()), asked);
    }
}
