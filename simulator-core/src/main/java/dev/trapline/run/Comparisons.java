package dev.trapline.run;

import dev.trapline.measure.Estimate;
import dev.trapline.measure.Holm;
import dev.trapline.measure.Replications;
import dev.trapline.measure.Verdict;
import dev.trapline.spec.GuestSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every figure of every platform against the reference at the same point. All comparisons of one figure, over platforms, points and
 * guest groups, are a family: the more there are, the clearer a difference has to be, by Holm's correction. What services do for
 * others is no further question, and a family of its own.
 */
final class Comparisons {
    /** The figures that are compared. */
    static final List<String> METRICS =
            List.of("throughput", "latency.mean", "latency.p50", "latency.p95", "latency.p99", "elapsed");

    private record Key(String platform, int point, String guest, String metric) {}

    private record Pair(Key key, Replications own, Replications reference) {}

    private final Map<Key, Comparison> all = new LinkedHashMap<>();

    Comparisons(Cells cells, double confidence) {
        for (String metric : METRICS) {
            for (boolean asked : List.of(true, false)) {
                List<Pair> family = new ArrayList<>();
                for (Cell cell : cells.all()) {
                    if (!cell.platform().isNative()) {
                        cells.reference(cell.point()).ifPresent(reference -> addTo(family, cell, reference, metric, asked));
                    }
                }
                compare(family, confidence, metric.equals("throughput"));
            }
        }
    }

    private static void addTo(List<Pair> family, Cell cell, Cell reference, String metric, boolean asked) {
        List<GuestSpec> judged = Verdicts.asked(cell.point());
        for (GuestSpec guest : cell.point().guests()) {
            if (judged.contains(guest) != asked) {
                continue;
            }
            Optional<Replications> own = cell.metric(guest.name(), metric).map(Map.Entry::getValue);
            Optional<Replications> other = reference.metric(guest.name(), metric).map(Map.Entry::getValue);
            if (own.isPresent() && other.isPresent()) {
                int common = Math.min(own.get().count(), other.get().count());
                family.add(new Pair(key(cell, guest.name(), metric), own.get().first(common), other.get().first(common)));
            }
        }
    }

    private void compare(List<Pair> family, double confidence, boolean higherIsBetter) {
        double[] corrected = Holm.corrected(family.stream()
                .mapToDouble(pair -> Replications.pairedProbability(pair.own(), pair.reference()))
                .toArray());
        for (int i = 0; i < corrected.length; i++) {
            Pair pair = family.get(i);
            Estimate difference = Replications.paired(pair.own(), pair.reference(), confidence);
            Verdict verdict = Verdict.of(difference, corrected[i], 1 - confidence, higherIsBetter);
            Replications.ratio(pair.own(), pair.reference(), confidence)
                    .ifPresent(ratio -> all.put(pair.key(), new Comparison(ratio, verdict)));
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
