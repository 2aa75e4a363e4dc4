package dev.trapline.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DistributionsTest {

    @Test
    void namesAreThoseOfScenarios() {
        List<String> signatures = Distributions.all().stream()
                .map(kind -> kind.name() + kind.arguments().stream().map(Argument::name).toList())
                .toList();
        assertThat(signatures)
                .containsExactly(
                        "constant[value]",
                        "exponential[mean]",
                        "uniform[low, high]",
                        "normal[mean, cv]",
                        "lognormal[mean, cv]",
                        "gamma[mean, cv]",
                        "weibull[mean, shape]",
                        "pareto[shape, low, high]",
                        "erlang[mean, stages]",
                        "hyperexponential[mean, cv]",
                        "empirical[values, weights]");
    }

    @Test
    void anUnknownKindNamesAllKinds() {
        assertRefused("zipf", Map.of(), "There is no distribution 'zipf'; there are constant, exponential, uniform,");
    }

    @Test
    void anUnknownParameterNamesThoseThereAre() {
        assertRefused(
                "lognormal",
                numbers("mean", 30, "sigma", 1),
                "lognormal has no parameter 'sigma'; it takes mean, cv.");
    }

    @Test
    void aMissingParameterIsNamed() {
        assertRefused("lognormal", numbers("mean", 30), "lognormal needs cv; it takes mean, cv.");
    }

    @Test
    void boundsAreSaidWithTheValue() {
        assertRefused("exponential", numbers("mean", 0), "mean must be above 0.0 and at most 1.0E18, got 0.0.");
        assertRefused("hyperexponential", numbers("mean", 3, "cv", 0.5), "cv must be at least 1.0 and at most 100.0");
        assertRefused("normal", numbers("mean", 3, "cv", 0.8), "cv must be at least 0.001 and at most 0.75, got 0.8.");
        assertRefused("constant", numbers("value", Double.NaN), "got NaN.");
        assertRefused("constant", numbers("value", Double.POSITIVE_INFINITY), "got Infinity.");
    }

    @Test
    void parametersThatContradictEachOtherAreRefused() {
        assertRefused("uniform", numbers("low", 5, "high", 4), "high must be at least low, got 5.0 to 4.0.");
        assertRefused("pareto", numbers("shape", 1, "low", 4, "high", 4), "high must be above low");
        assertRefused("erlang", numbers("mean", 5, "stages", 2.5), "stages must be a whole number, got 2.5.");
    }

    @Test
    void aNumberIsNotAList() {
        assertRefused("constant", Map.of("value", new double[] {1, 2}), "value of constant is one number, got 2.");
    }

    @Test
    void weightsFitTheValues() {
        double[] values = {1, 2, 3};
        assertRefused(
                "empirical",
                Map.of("values", values, "weights", new double[] {1, 2}),
                "weights must be as many as values or a single one, got 2 for 3 values.");
        assertRefused("empirical", Map.of("values", values, "weights", new double[3]), "weights must not all be 0.");
        assertRefused("empirical", Map.of("values", new double[0]), "values must be 1 to 100000, got 0.");
        assertThat(Distributions.of("empirical", Map.of("values", values)).mean()).isEqualTo(2);
    }

    @Test
    void whatDoesNotVaryHasNoVariation() {
        assertThat(UniformDistribution.of(0, 0).coefficientOfVariation()).isZero();
        assertThat(EmpiricalDistribution.of(new double[] {0, 0}, new double[] {1}).coefficientOfVariation()).isZero();
    }

    @Test
    void theCallerKeepsItsArrays() {
        double[] values = {1, 2};
        Distribution empirical = Distributions.of("empirical", Map.of("values", values));
        values[0] = values[1] = 50;
        assertThat(empirical.sample(TestSeed.source("arrays"))).isLessThan(3);
    }

    private static void assertRefused(String kind, Map<String, double[]> parameters, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distributions.of(kind, parameters))
                .withMessageContaining(message);
    }

    private static Map<String, double[]> numbers(Object... namesAndValues) {
        Map<String, double[]> numbers = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            double value = ((Number) namesAndValues[i + 1]).doubleValue();
            numbers.put((String) namesAndValues[i], new double[] {value});
        }
        return numbers;
    }
}
