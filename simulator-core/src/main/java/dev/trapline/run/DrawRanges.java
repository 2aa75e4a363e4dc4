package dev.trapline.run;

import dev.trapline.measure.Percentile;
import dev.trapline.measure.Replications;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What figures are over the draws of the uncertain costs. A draw is run as one of the replications, and counted is by how much it
 * differs from that replication with every cost at its value; so the noise that both share is not taken for ignorance of costs.
 */
final class DrawRanges {
    private record Key(int point, String label, String variant, MetricKey metric) {}

    private final Map<Key, List<Double>> shifts = new LinkedHashMap<>();

    /** @param draw its number; it was run as the replication of that number, beginning anew after the last */
    void add(Cell nominal, int draw, Observation drawn) {
        int replication = replication(draw, nominal.replications());
        nominal.metrics().forEach((key, values) -> {
            Double value = drawn.metrics().get(key);
            if (value != null) {
                shifts.computeIfAbsent(key(nominal, key), absent -> new ArrayList<>()).add(value - values.value(replication));
            }
        });
    }

    /** As which of the replications a draw is run. */
    static int replication(int draw, int replications) {
        return draw % replications;
    }

    private static Key key(Cell cell, MetricKey metric) {
        return new Key(cell.point().index(), cell.platform().label(), cell.platform().variant(), metric);
    }

    List<Results.DrawRange> of(Cells cells, double confidence) {
        List<Results.DrawRange> ranges = new ArrayList<>();
        for (Cell cell : cells.all()) {
            cell.metrics().forEach((key, values) -> {
                List<Double> found = shifts.getOrDefault(key(cell, key), List.of());
                if (!found.isEmpty() && key.request().isEmpty()) {
                    ranges.add(range(cell, key, values, confidence, found.stream().sorted().toList()));
                }
            });
        }
        return ranges;
    }

    private static Results.DrawRange range(
            Cell cell, MetricKey key, Replications values, double confidence, List<Double> sorted) {
        double nominal = values.estimate(confidence).mean();
        return new Results.DrawRange(
                cell.platform().label(),
                cell.platform().variant(),
                cell.point().index(),
                key.guest(),
                key.metric(),
                key.unit(),
                nominal,
                nominal + sorted.get(0),
                nominal + Percentile.of(sorted, 0.5),
                nominal + sorted.get(sorted.size() - 1),
                sorted.size());
    }
}
