package dev.trapline.cli.print;

import dev.trapline.result.Results;
import dev.trapline.scenarios.expect.Judgement;
import dev.trapline.scenarios.published.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A predicted figure as its ratio to native's, measured and simulated.
 *
 * <p>Native's measured figure is the {@code input} of the same experiment with the same metric at the same place.
 */
record RatioCell(String platform, double measured, double simulated) {

    static List<RatioCell> of(Results results, List<Judgement> judgements) {
        List<RatioCell> cells = new ArrayList<>();
        for (Judgement judgement : judgements) {
            if (judgement.use() == Use.PREDICT) {
                nativeOf(judgement, results, judgements)
                        .flatMap(reference -> cell(judgement, reference))
                        .ifPresent(cells::add);
            }
        }
        return cells;
    }

    private static Optional<Judgement> nativeOf(Judgement predicted, Results results, List<Judgement> judgements) {
        return judgements.stream()
                .filter(other -> other.use() == Use.INPUT && other.metric().equals(predicted.metric()))
                .filter(other -> isNative(other.at().getOrDefault("platform", ""), results))
                .filter(other -> place(other).equals(place(predicted)))
                .findFirst();
    }

    private static boolean isNative(String platform, Results results) {
        return results.platforms().stream().anyMatch(it -> it.label().equals(platform) && it.kind().equals("native"));
    }

    private static Map<String, String> place(Judgement judgement) {
        Map<String, String> place = new HashMap<>(judgement.at());
        place.remove("platform");
        place.remove("variant");
        return place;
    }

    /** Nothing of shares, whose ratios mean nothing, and of what is not one figure. */
    private static Optional<RatioCell> cell(Judgement predicted, Judgement reference) {
        if (predicted.figures().size() != 1 || reference.figures().size() != 1) {
            return Optional.empty();
        }
        Results.Metric own = predicted.figures().get(0).row();
        Results.Metric other = reference.figures().get(0).row();
        Optional<Double> ownMeasured = predicted.valueIn(own.unit());
        Optional<Double> otherMeasured = reference.valueIn(other.unit());
        if (own.unit().equals("%") || ownMeasured.isEmpty() || otherMeasured.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new RatioCell(own.platform(), ownMeasured.get() / otherMeasured.get(), own.mean() / other.mean()));
    }

    /** The mean errors of the model and of the two baselines that any model must beat. */
    static String errors(List<RatioCell> cells) {
        Map<String, Double> factors = factors(cells);
        return String.format(
                Locale.ROOT,
                "Ratios to native are off by %.1f %% on average over %s; \"as fast as native\" would be off by %.1f %%,"
                        + " \"one factor per platform\", fitted to these very cells, by %.1f %%.",
                percent(cells, RatioCell::simulated),
                Words.count(cells.size(), "cell"),
                percent(cells, cell -> 1),
                percent(cells, cell -> factors.get(cell.platform())));
    }

    private static double percent(List<RatioCell> cells, ToDoubleFunction<RatioCell> predicted) {
        return 100 * cells.stream()
                .mapToDouble(cell -> Math.abs(predicted.applyAsDouble(cell) / cell.measured() - 1))
                .average()
                .orElse(0);
    }

    /** The geometric mean of each platform's measured ratios. */
    private static Map<String, Double> factors(List<RatioCell> cells) {
        Map<String, List<Double>> logarithms = new LinkedHashMap<>();
        cells.forEach(cell -> logarithms
                .computeIfAbsent(cell.platform(), platform -> new ArrayList<>())
                .add(Math.log(cell.measured())));
        Map<String, Double> factors = new LinkedHashMap<>();
        logarithms.forEach((platform, all) ->
                factors.put(platform, Math.exp(all.stream().mapToDouble(Double::doubleValue).average().orElse(0))));
        return factors;
    }
}
