package dev.trapline.run;

import dev.trapline.spec.GuestSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every figure of every platform against the reference at the same point. All comparisons of one figure, over platforms, points and
 * guest groups, are a family. What services do for others is no further question, and a family of its own.
 */
final class Comparisons {
    /** The figures that are compared. */
    static final List<String> METRICS =
            List.of("throughput", "latency.mean", "latency.p50", "latency.p95", "latency.p99", "elapsed");

    private record Key(String platform, int point, String guest, String metric) {}

    private final Map<Key, Comparison> all = new LinkedHashMap<>();

    Comparisons(Cells cells, double confidence) {
        for (String metric : METRICS) {
            compare(cells, metric, true, confidence);
            compare(cells, metric, false, confidence);
        }
    }

    /** @param asked whether of the groups that the scenario asks about, or of the services behind them */
    private void compare(Cells cells, String metric, boolean asked, double confidence) {
        List<Key> keys = new ArrayList<>();
        List<Comparison.Pair> family = new ArrayList<>();
        for (Cell cell : cells.all()) {
            if (!cell.platform().isNative()) {
                cells.reference(cell.point()).ifPresent(reference -> addTo(keys, family, cell, reference, metric, asked));
            }
        }
        List<Optional<Comparison>> compared = Comparison.family(family, confidence, higherIsBetter(metric));
        for (int i = 0; i < keys.size(); i++) {
            Key key = keys.get(i);
            compared.get(i).ifPresent(comparison -> all.put(key, comparison));
        }
    }

    static boolean higherIsBetter(String metric) {
        return metric.equals("throughput");
    }

    private static void addTo(List<Key> keys, List<Comparison.Pair> family, Cell cell, Cell reference, String metric, boolean asked) {
        List<GuestSpec> judged = Verdicts.asked(cell.point());
        for (GuestSpec guest : cell.point().guests()) {
            if (judged.contains(guest) != asked) {
                continue;
            }
            Comparison.Pair.of(cell, reference, guest.name(), metric).ifPresent(pair -> {
                keys.add(key(cell, guest.name(), metric));
                family.add(pair);
            });
        }
    }

    private static Key key(Cell cell, String guest, String metric) {
        return new Key(cell.platform().fullName(), cell.point().index(), guest, metric);
    }

    /** Empty where a figure is missing, or the reference's cannot be told from nothing. */
    Optional<Comparison> of(Cell cell, String guest, String metric) {
        return Optional.ofNullable(all.get(key(cell, guest, metric)));
    }
}
