package dev.trapline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.trapline.random.KeyedSource;
import dev.trapline.random.LognormalDistribution;
import dev.trapline.random.TestSeed;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    private static final double[] SHARES = {0.001, 0.01, 0.07, 0.1, 0.25, 0.5, 0.57, 0.9, 0.95, 0.99, 0.999, 0.9999, 1};

    @Test
    void quantilesAreWithinTheStatedPrecision() {
        long[] picos = latencies(20_000);
        LatencyHistogram histogram = recorded(picos);
        Arrays.sort(picos);
        for (double share : SHARES) {
            long exact = picos[(int) Math.ceil(share * picos.length - 1e-6) - 1];
            long quantile = histogram.quantilePicos(share).orElseThrow();
            assertThat(quantile).as("share %s", share).isBetween(exact, exact + Math.max(511, exact / 1024));
        }
    }

    @Test
    void countMeanMinimumAndMaximumAreExact() {
        long[] picos = latencies(5_000);
        LatencyHistogram histogram = recorded(picos);
        BigInteger sum = Arrays.stream(picos).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(histogram.count()).isEqualTo(5_000);
        assertThat(histogram.sumPicos()).isEqualTo(sum);
        assertThat(histogram.meanPicos()).hasValue(sum.doubleValue() / 5_000);
        assertThat(histogram.minPicos()).hasValue(Arrays.stream(picos).min().orElseThrow());
        assertThat(histogram.maxPicos()).hasValue(Arrays.stream(picos).max().orElseThrow());
        assertThat(histogram.quantilePicos(1)).isEqualTo(histogram.maxPicos());
    }

    @Test
    void emptyHasNoNumbers() {
        LatencyHistogram empty = LatencyHistogram.of("empty");
        assertThat(empty.count()).isZero();
        assertThat(empty.meanPicos()).isEmpty();
        assertThat(empty.minPicos()).isEmpty();
        assertThat(empty.maxPicos()).isEmpty();
        assertThat(empty.quantilePicos(0.5)).isEmpty();
    }

    @Test
    void oneLatencyIsItsOwnQuantile() {
        LatencyHistogram histogram = recorded(1_234_567_891_234L);
        assertThat(histogram.quantilePicos(0.01)).hasValue(1_234_567_891_234L);
        assertThat(histogram.quantilePicos(1)).hasValue(1_234_567_891_234L);
    }

    @Test
    void theWholeRangeOfTimeFits() {
        LatencyHistogram histogram = recorded(0, Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(histogram.minPicos()).hasValue(0);
        assertThat(histogram.quantilePicos(0.9)).hasValue(Long.MAX_VALUE);
        assertThat(histogram.sumPicos()).isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).shiftLeft(1));
        assertThat(histogram.meanPicos()).hasValue(Long.MAX_VALUE / 3.0 * 2);
    }

    @Test
    void mergedIsAsIfRecordedInOne() {
        long[] picos = latencies(6_000);
        LatencyHistogram left = recorded(Arrays.copyOfRange(picos, 0, 2_000));
        LatencyHistogram right = recorded(Arrays.copyOfRange(picos, 2_000, 6_000));
        right.record(Long.MAX_VALUE / 2);
        LatencyHistogram both = recorded(picos);
        both.record(Long.MAX_VALUE / 2);
        left.merge(right);
        assertSame(left, both);
        left.merge(LatencyHistogram.of("nothing"));
        assertSame(left, both);
    }

    @Test
    void resetForgetsAll() {
        LatencyHistogram histogram = recorded(Long.MAX_VALUE, 5);
        histogram.reset();
        assertThat(histogram.meanPicos()).isEmpty();
        histogram.record(7);
        assertSame(histogram, recorded(7));
    }

    @Test
    void nonsenseIsNamed() {
        LatencyHistogram histogram = LatencyHistogram.of("load.web");
        assertThatIllegalStateException()
                .isThrownBy(() -> histogram.record(-1))
                .withMessage("Latency of 'load.web' must be at least 0 ps, got -1 ps.");
        for (double share : new double[] {0, -0.1, 1.01, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> histogram.quantilePicos(share))
                    .withMessageContaining("above 0 and at most 1, got " + share);
        }
    }

    private static void assertSame(LatencyHistogram actual, LatencyHistogram expected) {
        assertThat(actual.count()).isEqualTo(expected.count());
        assertThat(actual.sumPicos()).isEqualTo(expected.sumPicos());
        assertThat(actual.minPicos()).isEqualTo(expected.minPicos());
        assertThat(actual.maxPicos()).isEqualTo(expected.maxPicos());
        for (double share : SHARES) {
            assertThat(actual.quantilePicos(share)).isEqualTo(expected.quantilePicos(share));
        }
    }

    private static LatencyHistogram recorded(long... picos) {
        LatencyHistogram histogram = LatencyHistogram.of("test");
        for (long each : picos) {
            histogram.record(each);
        }
        return histogram;
    }

    private static long[] latencies(int count) {
        KeyedSource source = TestSeed.source("latencies");
        LognormalDistribution distribution = LognormalDistribution.of(3e9, 20);
        long[] picos = new long[count];
        for (int i = 0; i < count; i++) {
            picos[i] = (long) distribution.sample(source.at(0, i, 0));
        }
        return picos;
    }
}
