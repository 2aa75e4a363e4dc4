package dev.trapline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PrecisionTest {
    private final Precision precision = new Precision(0.1, 3, 5);

    @Test
    void theLeastIsAlwaysMade() {
        assertThat(precision.wantsMore(Replications.of("m", 1, 1).estimate(0.95))).isTrue();
        assertThat(precision.wantsMore(Replications.of("m", 1, 1, 1).estimate(0.95))).isFalse();
    }

    @Test
    void itGoesOnWhileTheIntervalIsWideAndEndsAtTheMost() {
        Estimate wide = Replications.of("m", 1, 2, 3).estimate(0.95);
        assertThat(precision.wantsMore(wide)).isTrue();
        Estimate stillWide = Replications.of("m", 1, 2, 3, 1, 2).estimate(0.95);
        assertThat(precision.wantsMore(stillWide)).isFalse();
        assertThat(precision.reached(stillWide)).isFalse();
    }

    @Test
    void ofOneReplicationNothingIsKnown() {
        assertThat(precision.reached(Estimate.ofOne(5, 0.95))).isFalse();
    }

    @Test
    void valuesAreChecked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Precision(0, 2, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Precision(0.1, 1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Precision(0.1, 6, 5));
    }

    /**
     * M/M/1 at 0.8, 4,000 customers a replication after 2,000 of warm-up, 5 % asked with at least 10 replications: the mean
     * is covered in at least 92 % of 500 experiments (466 of them, with 29 replications on average).
     */
    @Test
    void whatAStoppedIntervalCovers() {
        Precision five = new Precision(0.05, 10, 500);
        int covered = 0;
        int experiments = 500;
        for (int experiment = 0; experiment < experiments; experiment++) {
            Replications means = Replications.of("mean");
            Estimate estimate = null;
            while (estimate == null || five.wantsMore(estimate)) {
                double[] sojourns = new MarkovQueue(0.8, 10_000L * experiment + means.count()).sojourns(6_000, 0);
                double sum = 0;
                for (int i = 2_000; i < sojourns.length; i++) {
                    sum += sojourns[i];
                }
                means.add(sum / 4_000);
                estimate = means.estimate(0.95);
            }
            covered += estimate.covers(5) ? 1 : 0;
            assertThat(five.reached(estimate)).isTrue();
        }
        assertThat(covered).isGreaterThanOrEqualTo(460);
    }
}
