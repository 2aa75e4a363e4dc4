package dev.trapline.random;

import java.util.List;
import java.util.Map;
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

    private static Sample sample(String kind, String name, double value) {
        return new Sample(kind, kind + " " + name + " " + value, Map.of(name, new double[] {value}));
    }

    private static Sample sample(String kind, String first, double firstValue, String second, double secondValue) {
        return new Sample(
                kind,
                kind + " " + first + " " + firstValue + " " + second + " " + secondValue,
                Map.of(first, new double[] {firstValue}, second, new double[] {secondValue}));
    }

    private static Sample sample(String kind, String a, double aValue, String b, double bValue, String c, double cValue) {
        return new Sample(
                kind,
                kind + " " + a + " " + aValue + " " + b + " " + bValue + " " + c + " " + cValue,
                Map.of(a, new double[] {aValue}, b, new double[] {bValue}, c, new double[] {cValue}));
    }
}
