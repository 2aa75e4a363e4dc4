package dev.trapline.cli.validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How far off the model is beside what any model must beat: that every platform is as fast as native, and one factor for each
 * platform, fitted to all its predicted rows. Compared where the published figures differ from native's by at least 5 %.
 */
public record Baselines(List<Row> compared, Map<String, Double> factors) {

    static Baselines of(List<Row> predicted) {
        Map<String, List<Double>> logarithms = new LinkedHashMap<>();
        List<Row> compared = new ArrayList<>();
        for (Row row : predicted) {
            row.ratio().ifPresent(ratio -> {
                logarithms.computeIfAbsent(row.platform(), platform -> new ArrayList<>()).add(Math.log(ratio.slowdown()));
                if (ratio.hasOverhead()) {
                    compared.add(row);
                }
            });
        }
        Map<String, Double> factors = new LinkedHashMap<>();
        logarithms.forEach((platform, all) ->
                factors.put(platform, Math.exp(all.stream().mapToDouble(Double::doubleValue).average().orElse(0))));
        return new Baselines(List.copyOf(compared), factors);
    }

    /** The median error of the model. */
    public OptionalDouble model() {
        return Medians.of(compared.stream().map(row -> row.ratio().orElseThrow().error()).toList());
    }

    /** The median error of a model in which virtualization costs nothing. */
    public OptionalDouble asNative() {
        return Medians.of(compared.stream().map(row -> row.ratio().orElseThrow().errorOf(1)).toList());
    }

    /** The median error of one factor for each platform: the geometric mean of how much slower its rows were measured. */
    public OptionalDouble oneFactor() {
        return Medians.of(compared.stream().map(row -> {
            Row.Ratio ratio = row.ratio().orElseThrow();
            return ratio.errorOf(ratio.of(factors.get(row.platform())));
        }).toList());
    }
}
