package dev.trapline.random;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** For each kind of distribution at least one of it, so that contract tests can walk the list. */
final class DistributionSamples {

    record Sample(String kind, String label, Map<String, double[]> parameters) {

        Distribution distribution() {
            return Distributions.of(kind, parameters);
        }

        @Override
        public String toString() {
            return label;
        }
    }

    static final List<Sample> ALL = List.of(
            sample("constant", "value", 7),
            sample("exponential", "mean", 30),
            sample("uniform", "low", 5, "high", 25),
            sample("normal", "mean", 30, "cv", 0.1),
            sample("normal", "mean", 30, "cv", 0.7),
            sample("lognormal", "mean", 30, "cv", 0.8),
            sample("gamma", "mean", 30, "cv", 0.3),
            sample("gamma", "mean", 30, "cv", 1.5),
            sample("weibull", "mean", 30, "shape", 0.8),
            sample("weibull", "mean", 30, "shape", 3),
            sample("pareto", "shape", 1.3, "low", 2, "high", 200),
            sample("pareto", "shape", 1, "low", 2, "high", 200),
            sample("erlang", "mean", 30, "stages", 4),
            sample("hyperexponential", "mean", 30, "cv", 2),
            new Sample(
                    "empirical",
                    "empirical values [1, 4, 9, 100] weights [5, 3, 0, 2]",
                    Map.of("values", new double[] {1, 4, 9, 100}, "weights", new double[] {5, 3, 0, 2})));

    private DistributionSamples() {}

    static Stream<Sample> all() {
        return ALL.stream();
    }

    private static Sample sample(String kind, Object... namesAndValues) {
        Map<String, double[]> parameters = new TreeMap<>();
        StringBuilder label = new StringBuilder(kind);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            double value = ((Number) namesAndValues[i + 1]).doubleValue();
            parameters.put((String) namesAndValues[i], new double[] {value});
            label.append(' ').append(namesAndValues[i]).append(' ').append(value);
        }
        return new Sample(kind, label.toString(), parameters);
    }
}
