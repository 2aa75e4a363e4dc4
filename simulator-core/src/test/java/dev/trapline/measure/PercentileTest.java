package dev.trapline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PercentileTest {
    @Test
    void isTheSmallestThatSoManyDoNotExceed() {
        List<Double> four = List.of(10.0, 20.0, 30.0, 40.0);
        assertThat(Percentile.of(four, 0.5)).isEqualTo(20);
        assertThat(Percentile.of(four, 0.51)).isEqualTo(30);
        assertThat(Percentile.of(four, 0.001)).isEqualTo(10);
        assertThat(Percentile.of(four, 1)).isEqualTo(40);
        assertThatIllegalArgumentException().isThrownBy(() -> Percentile.of(four, 0));
    }

    /** 0.07 x 100 is a little more than 7 in binary. */
    @Test
    void roundingMovesNoRank() {
        for (int percent = 1; percent <= 100; percent++) {
            assertThat(Percentile.rank(percent / 100.0, 100)).isEqualTo(percent);
            assertThat(Percentile.rank(percent / 100.0, 1_000_000)).isEqualTo(10_000 * percent);
        }
    }

    @Test
    void histogramsMeanTheSame() {
        LatencyHistogram histogram = LatencyHistogram.of("values");
        List<Double> values = new ArrayList<>();
        for (int i = 1; i <= 1_000; i++) {
            values.add(1e9 * i);
            histogram.record(1_000_000_000L * i);
        }
        for (double share : new double[] {0.001, 0.07, 0.5, 0.9, 0.95, 0.99, 0.999, 1}) {
            double exact = Percentile.of(values, share);
            assertThat((double) histogram.quantilePicos(share).orElseThrow()).isBetween(exact, exact * (1 + 1.0 / 1024));
        }
    }
}
