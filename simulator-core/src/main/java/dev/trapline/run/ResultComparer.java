package dev.trapline.run;

import dev.trapline.measure.Estimate;
import dev.trapline.measure.Holm;
import dev.trapline.measure.Replications;
import dev.trapline.measure.Verdict;
import dev.trapline.measure.Welch;
import dev.trapline.result.ResultComparison;
import dev.trapline.result.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares two results figure by figure: two versions, two scenarios, two catalogues. Points belong together if they have the same
 * varied values, platforms if they have the same label. Replications of guests of one name had the same draws in both if the seed
 * was the same; then they are compared pair by pair, else as independent ones.
 */
public final class ResultComparer {
    private final Results first;
    private final Results second;
    private final double confidence;
    private final Map<Key, Results.Sample> firstSamples;
    private final Map<Key, Results.Sample> secondSamples;

    private ResultComparer(Results first, Results second) {
        this.first = first;
        this.second = second;
        confidence = first.settings().confidence();
        firstSamples = samples(first);
        secondSamples = samples(second);
    }

    private record Key(String platform, String variant, Map<String, String> at, String guest, String metric) {
        String contender() {
            return platform + (variant.isEmpty() ? "" : " (" + variant + ")");
        }

        String place() {
            return contender() + ", " + guest + (at.isEmpty() ? "" : ", " + words());
        }

        String words() {
            return at.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).collect(Collectors.joining(" "));
        }
    }

    /** A figure in both; {@code own} is the second's. */
    private record Pair(
            Key key,
            Results.Metric own,
            Results.Metric reference,
            Optional<Replications> ownValues,
            Replications referenceValues) {
        boolean isPaired() {
            return ownValues.isPresent();
        }

        double probability() {
            return isPaired()
                    ? Replications.pairedProbability(ownValues.get(), referenceValues)
                    : Welch.of(estimate(own), estimate(reference)).probability();
        }

        Estimate difference(double confidence) {
            return isPaired()
                    ? Replications.paired(ownValues.get(), referenceValues, confidence)
                    : Welch.of(estimate(own), estimate(reference)).difference(confidence);
        }

        Optional<Estimate> ratio(double confidence) {
            return isPaired()
                    ? Replications.ratio(ownValues.get(), referenceValues, confidence)
                    : Welch.of(estimate(own), estimate(reference)).ratio(confidence);
        }
    }

    /**
     * Compares.
     *
     * @param first the reference
     */
    public static ResultComparison compare(Results first, Results second) {
        return new ResultComparer(first, second).compare();
    }

    private ResultComparison compare() {
        Map<Key, Results.Metric> ours = metrics(first);
        Map<Key, Results.Metric> theirs = metrics(second);
        List<ResultComparison.Row> rows = new ArrayList<>();
        for (String metric : Comparisons.METRICS) {
            List<Pair> family = new ArrayList<>();
            ours.forEach((key, reference) -> {
                if (key.metric().equals(metric) && theirs.containsKey(key)) {
                    family.add(pair(key, theirs.get(key), reference));
                }
            });
            rows.addAll(rows(family));
        }
        rows.addAll(states(ours, theirs));
        return new ResultComparison(
                first.scenario(),
                second.scenario(),
                confidence,
                ResultChanges.between(first, second),
                rows,
                only(ours, theirs),
                only(theirs, ours));
    }

    /** Groups that one of the two carries and the other does not; those have lost their latencies. */
    private List<ResultComparison.Row> states(Map<Key, Results.Metric> ours, Map<Key, Results.Metric> theirs) {
        Set<Key> firstSaturated = saturated(first);
        Set<Key> secondSaturated = saturated(second);
        return Stream.concat(firstSaturated.stream(), secondSaturated.stream())
                .filter(key -> firstSaturated.contains(key) != secondSaturated.contains(key))
                .filter(key -> has(ours, key) && has(theirs, key))
                .map(key -> state(key, secondSaturated.contains(key)))
                .toList();
    }

    private static boolean has(Map<Key, Results.Metric> metrics, Key state) {
        return metrics.keySet().stream().anyMatch(key -> key.place().equals(state.place()));
    }

    private static Set<Key> saturated(Results results) {
        Set<Key> saturated = new LinkedHashSet<>();
        for (Results.Metric row : results.metrics()) {
            if (row.metric().equals(Cell.STEADY_STATE) && row.text().startsWith(Cell.SATURATED)) {
                saturated.add(new Key(row.platform(), row.variant(), at(results, row.point()), row.guest(), row.metric()));
            }
        }
        return saturated;
    }

    private static ResultComparison.Row state(Key key, boolean worse) {
        return new ResultComparison.Row(
                key.platform(), key.variant(), key.words(), key.guest(), key.metric(), "", "",
                worse ? 1 : 0, 0, worse ? 0 : 1, 0, 0, 0, 0, (worse ? Verdict.WORSE : Verdict.BETTER).words());
    }

    private Pair pair(Key key, Results.Metric own, Results.Metric reference) {
        Results.Sample a = firstSamples.get(key);
        Results.Sample b = secondSamples.get(key);
        boolean paired = a != null && b != null && a.values().size() == b.values().size()
                && first.settings().seed() == second.settings().seed();
        return new Pair(
                key,
                own,
                reference,
                paired ? Optional.of(replications(b)) : Optional.empty(),
                paired ? replications(a) : Replications.of(key.metric()));
    }

    private List<ResultComparison.Row> rows(List<Pair> family) {
        double[] corrected = Holm.corrected(family.stream().mapToDouble(Pair::probability).toArray());
        List<ResultComparison.Row> rows = new ArrayList<>();
        for (int i = 0; i < corrected.length; i++) {
            rows.add(row(family.get(i), corrected[i]));
        }
        return rows;
    }

    private ResultComparison.Row row(Pair pair, double probability) {
        Key key = pair.key();
        Verdict verdict =
                Verdict.of(pair.difference(confidence), probability, 1 - confidence, key.metric().equals("throughput"));
        Optional<Estimate> ratio = pair.ratio(confidence);
        return new ResultComparison.Row(
                key.platform(),
                key.variant(),
                key.words(),
                key.guest(),
                key.metric(),
                pair.own().unit(),
                pair.isPaired() ? "paired" : "Welch",
                pair.reference().mean(),
                (pair.reference().high() - pair.reference().low()) / 2,
                pair.own().mean(),
                (pair.own().high() - pair.own().low()) / 2,
                ratio.map(Estimate::mean).orElse(0.0),
                ratio.map(Estimate::low).orElse(0.0),
                ratio.map(Estimate::high).orElse(0.0),
                verdict.words());
    }

    private static Replications replications(Results.Sample sample) {
        return Replications.of(sample.metric(), sample.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Estimate estimate(Results.Metric metric) {
        return metric.hasInterval()
                ? new Estimate(metric.mean(), metric.low(), metric.high(), metric.confidence(), metric.replications())
                : Estimate.ofOne(metric.mean(), metric.confidence());
    }

    private static Map<Key, Results.Metric> metrics(Results results) {
        Map<Key, Results.Metric> metrics = new LinkedHashMap<>();
        for (Results.Metric row : results.metrics()) {
            boolean compared = Comparisons.METRICS.contains(row.metric()) && row.text().isEmpty();
            if (compared && !row.guest().isEmpty() && row.request().isEmpty()) {
                metrics.put(new Key(row.platform(), row.variant(), at(results, row.point()), row.guest(), row.metric()), row);
            }
        }
        return metrics;
    }

    private static Map<Key, Results.Sample> samples(Results results) {
        Map<Key, Results.Sample> samples = new LinkedHashMap<>();
        for (Results.Sample row : results.samples()) {
            samples.put(new Key(row.platform(), row.variant(), at(results, row.point()), row.guest(), row.metric()), row);
        }
        return samples;
    }

    private static Map<String, String> at(Results results, int point) {
        return results.points().stream()
                .filter(it -> it.index() == point)
                .map(Results.Point::at)
                .findFirst()
                .orElse(new LinkedHashMap<>());
    }

    /** What of the first map the second lacks: a platform, or groups of it at a point, each once. */
    private static List<String> only(Map<Key, Results.Metric> in, Map<Key, Results.Metric> notIn) {
        List<String> platforms = notIn.keySet().stream().map(Key::contender).distinct().toList();
        List<String> places = notIn.keySet().stream().map(Key::place).distinct().toList();
        return in.keySet().stream()
                .filter(key -> !places.contains(key.place()))
                .map(key -> platforms.contains(key.contender()) ? key.place() : key.contender())
                .distinct()
                .toList();
    }
}
