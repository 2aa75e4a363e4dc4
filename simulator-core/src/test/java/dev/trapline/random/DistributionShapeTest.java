package dev.trapline.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;

/** The whole shape of the samples against cumulative functions that are not ours (Kolmogorov and Smirnov). */
class DistributionShapeTest {

    private static final int SAMPLES = 40_000;
    private static final double CRITICAL = 3;

    @Test
    void exponential() {
        assertShape(ExponentialDistribution.of(4), x -> 1 - Math.exp(-x / 4));
    }

    @Test
    void lognormal() {
        double variance = Math.log(1 + 1.5 * 1.5);
        double location = Math.log(30) - variance / 2;
        LogNormalDistribution expected = new LogNormalDistribution(null, location, Math.sqrt(variance));
        assertShape(LognormalDistribution.of(30, 1.5), expected::cumulativeProbability);
    }

    @Test
    void gammaOfShapeAboveOne() {
        assertShape(GammaDistribution.of(6, 0.5), x -> Gamma.regularizedGammaP(4, x / 1.5));
    }

    @Test
    void gammaOfShapeBelowOne() {
        assertShape(GammaDistribution.of(6, 2), x -> Gamma.regularizedGammaP(0.25, x / 24));
    }

    @Test
    void erlangIsGammaOfWholeShape() {
        assertShape(ErlangDistribution.of(6, 4), x -> Gamma.regularizedGammaP(4, x / 1.5));
    }

    @Test
    void weibullOfShapeTwoIsRayleigh() {
        double scale = 6 / (Math.sqrt(Math.PI) / 2);
        assertShape(WeibullDistribution.of(6, 2), x -> 1 - Math.exp(-x * x / (scale * scale)));
    }

    @Test
    void hyperexponential() {
        double share = (1 + Math.sqrt(3.0 / 5)) / 2;
        assertShape(
                HyperexponentialDistribution.of(1, 2),
                x -> 1 - share * Math.exp(-2 * share * x) - (1 - share) * Math.exp(-2 * (1 - share) * x));
    }

    @Test
    void boundedPareto() {
        assertShape(
                BoundedParetoDistribution.of(1.2, 3, 300),
                x -> (1 - Math.pow(x / 3, -1.2)) / (1 - Math.pow(100, -1.2)));
    }

    @Test
    void paretoMomentsByHand() {
        // Shape 1 on 1 to e: density c / x^2 with c = 1 / (1 - 1/e), mean c ln e = c, second moment c (e - 1) = e.
        BoundedParetoDistribution pareto = BoundedParetoDistribution.of(1, 1, Math.E);
        double mean = 1 / (1 - 1 / Math.E);
        assertThat(pareto.mean()).isCloseTo(mean, within(1e-12));
        assertThat(pareto.coefficientOfVariation()).isCloseTo(Math.sqrt(Math.E - mean * mean) / mean, within(1e-12));
    }

    @Test
    void weibullOfShapeOneIsExponential() {
        assertThat(WeibullDistribution.of(5, 1).coefficientOfVariation()).isCloseTo(1, within(1e-12));
    }

    @Test
    void normalOfSmallCvIsAllButUncut() {
        KeyedSource source = TestSeed.source("normal");
        double cut = TruncatedNormalDistribution.of(30, 0.1).sample(source.at(1, 1, 1));
        assertThat(cut).isCloseTo(30 + 3 * source.at(1, 1, 1).nextGaussian(), within(1e-9));
    }

    @Test
    void empiricalTakesValuesByTheirWeights() {
        Distribution empirical = EmpiricalDistribution.of(new double[] {5, 1, 9}, new double[] {1, 0, 3});
        KeyedSource source = TestSeed.source("empirical");
        int nines = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double value = empirical.sample(source);
            assertThat(value).isIn(5.0, 9.0);
            nines += value == 9 ? 1 : 0;
        }
        assertThat((double) nines).isCloseTo(0.75 * SAMPLES, within(6 * Math.sqrt(SAMPLES * 3.0 / 16)));
        assertThat(empirical.mean()).isEqualTo(8);
    }

    private static void assertShape(Distribution distribution, DoubleUnaryOperator cumulative) {
        KeyedSource source = TestSeed.source("shape");
        double[] samples = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            samples[i] = distribution.sample(source.at(i % 8, i / 8, 2));
        }
        Arrays.sort(samples);
        double distance = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double expected = cumulative.applyAsDouble(samples[i]);
            distance = Math.max(distance, Math.max(expected - (double) i / SAMPLES, (i + 1.0) / SAMPLES - expected));
        }
        assertThat(distance * Math.sqrt(SAMPLES)).isLessThan(CRITICAL);
    }
}
