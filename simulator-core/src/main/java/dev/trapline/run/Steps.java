package dev.trapline.run;

import dev.trapline.result.Results;
import dev.trapline.spec.GuestSpec;
import dev.trapline.spec.PointSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What changes from each point to the next along the axis that grows, on each platform by itself: paired differences of the
 * figure that verdicts speak of. All of one figure in a run are a family.
 */
final class Steps {
    private final Cells cells;
    private final double confidence;

    Steps(Cells cells, double confidence) {
        this.cells = cells;
        this.confidence = confidence;
    }

    /** A platform at a point and at the one before it. */
    private record Step(Cell cell, Cell before, String guest, Comparison.Pair pair) {}

    List<Results.Step> of(Grid grid) {
        Map<String, List<Step>> families = new LinkedHashMap<>();
        if (grid.grows()) {
            grid.settings().values().forEach(points -> {
                for (int i = 1; i < points.size(); i++) {
                    add(families, points.get(i - 1), points.get(i));
                }
            });
        }
        List<Results.Step> rows = new ArrayList<>();
        families.forEach((metric, family) -> {
            List<Optional<Comparison>> compared = Comparison.family(
                    family.stream().map(Step::pair).toList(), confidence, Comparisons.higherIsBetter(metric));
            for (int i = 0; i < family.size(); i++) {
                Step step = family.get(i);
                compared.get(i).ifPresent(it -> rows.add(row(step, metric, it, family.size())));
            }
        });
        return rows;
    }

    private void add(Map<String, List<Step>> families, PointSpec before, PointSpec after) {
        for (Cell cell : cells.all()) {
            if (cell.point().index() == after.index()) {
                cells.at(before, cell.platform()).ifPresent(other -> {
                    for (GuestSpec guest : Verdicts.asked(after)) {
                        String metric = Verdicts.metric(guest);
                        Comparison.Pair.of(cell, other, guest.name(), metric).ifPresent(pair -> families
                                .computeIfAbsent(metric, absent -> new ArrayList<>())
                                .add(new Step(cell, other, guest.name(), pair)));
                    }
                });
            }
        }
    }

    private static Results.Step row(Step step, String metric, Comparison compared, int comparisons) {
        return new Results.Step(
                step.cell().platform().label(),
                step.cell().platform().variant(),
                step.cell().point().index(),
                step.before().point().index(),
                step.guest(),
                metric,
                compared.ratio().mean(),
                compared.ratio().low(),
                compared.ratio().high(),
                compared.verdict().words(),
                comparisons);
    }
}
