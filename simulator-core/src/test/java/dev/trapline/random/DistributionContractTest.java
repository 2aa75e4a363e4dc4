package dev.trapline.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every distribution in the list. */
class DistributionContractTest {

    private static final String SAMPLES = "dev.trapline.random.DistributionSamples#all";
    private static final int BATCHES = 100;
    private static final int BATCH = 1_000;
    private static final double SIGMAS = 6;

    @Test
    void everyKindHasASample() {
        assertThat(DistributionSamples.ALL.stream().map(DistributionSamples.Sample::kind).distinct())
                .containsExactlyElementsOf(
                        Distributions.all().stream().map(Kind::name).toList());
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void samplesHaveTheStatedMeanAndVariation(DistributionSamples.Sample sample) {
        Distribution distribution = sample.distribution();
        double mean = distribution.mean();
        double cv = distribution.coefficientOfVariation();
        double[] means = new double[BATCHES];
        double[] squares = new double[BATCHES];
        KeyedSource source = TestSeed.source(sample.label());
        for (int batch = 0; batch < BATCHES; batch++) {
            for (int i = 0; i < BATCH; i++) {
                double value = distribution.sample(source.at(batch, i, 0));
                means[batch] += value / BATCH;
                squares[batch] += value * value / BATCH;
            }
        }
        assertMeanIs(mean, means);
        assertMeanIs(mean * mean * (1 + cv * cv), squares);
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void samplesAreFiniteAndNeverNegative(DistributionSamples.Sample sample) {
        Distribution distribution = sample.distribution();
        KeyedSource source = TestSeed.source(sample.label());
        for (int i = 0; i < 20_000; i++) {
            double value = distribution.sample(source);
            assertThat(Double.isFinite(value) && value >= 0).as("%s", value).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void aSampleIsAFunctionOfItsKey(DistributionSamples.Sample sample) {
        KeyedSource source = TestSeed.source(sample.label());
        double first = sample.distribution().sample(source.at(3, 4, 5));
        sample.distribution().sample(source.at(3, 4, 6));
        assertThat(sample.distribution().sample(source.at(3, 4, 5))).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void aSampleAllocatesNothing(DistributionSamples.Sample sample) {
        Distribution distribution = sample.distribution();
        KeyedSource source = TestSeed.source(sample.label());
        sampleMany(distribution, source);
        long before = allocatedBytes();
        double sum = sampleMany(distribution, source);
        long allocated = allocatedBytes() - before;
        assertThat(sum).isPositive();
        assertThat(allocated).as("bytes for 20,000 samples").isLessThan(10_000);
    }

    @Test
    void everyKindIsDescribed() {
        for (Kind kind : Distributions.all()) {
            assertThat(kind.sentence()).endsWith(".");
            assertThat(kind.arguments()).isNotEmpty();
            assertThat(kind.arguments()).allMatch(argument -> argument.sentence().endsWith("."));
            assertThat(kind.arguments()).allMatch(argument -> argument.low() < argument.high());
        }
    }

    private static void assertMeanIs(double expected, double[] batches) {
        double mean = 0;
        for (double batch : batches) {
            mean += batch / BATCHES;
        }
        double variance = 0;
        for (double batch : batches) {
            variance += (batch - mean) * (batch - mean) / (BATCHES - 1);
        }
        double allowed = SIGMAS * Math.sqrt(variance / BATCHES) + 1e-9 * expected;
        assertThat(mean).isCloseTo(expected, within(allowed));
    }

    private static double sampleMany(Distribution distribution, KeyedSource source) {
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += distribution.sample(source.at(i, 0, 0));
        }
        return sum;
    }

    private static long allocatedBytes() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }
}
