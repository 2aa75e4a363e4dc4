package dev.trapline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void oneValueHasNoInterval() {
        Estimate one = Estimate.ofOne(3, 0.95);
        assertThat(one).isEqualTo(new Estimate(3, 3, 3, 0.95, 1));
        assertThat(one.hasInterval()).isFalse();
    }

    @Test
    void endsAreCovered() {
        Estimate estimate = new Estimate(2, 1, 4, 0.95, 5);
        assertThat(estimate.hasInterval()).isTrue();
        assertThat(estimate.covers(1) && estimate.covers(4)).isTrue();
        assertThat(estimate.covers(0.999) || estimate.covers(4.001)).isFalse();
    }

    @Test
    void nonsenseIsRefused() {
        assertRefused("must be finite", Double.NaN, 1, 4, 0.95, 5);
        assertRefused("must be finite", 2, Double.NEGATIVE_INFINITY, 4, 0.95, 5);
        assertRefused("must lie inside its interval, got 5.0 in 1.0 to 4.0.", 5, 1, 4, 0.95, 5);
        assertRefused("needs at least 1 replication", 2, 2, 2, 0.95, 0);
        assertRefused("of one replication has no interval", 2, 1, 4, 0.95, 1);
        assertRefused("needs a confidence between 0 and 1", 2, 1, 4, 1, 5);
    }

    @Test
    void aVerdictNeedsAnIntervalWithoutZero() {
        Estimate above = new Estimate(2, 1, 3, 0.95, 5);
        Estimate below = new Estimate(-2, -3, -1, 0.95, 5);
        assertThat(Verdict.of(above, true)).isEqualTo(Verdict.BETTER);
        assertThat(Verdict.of(above, false)).isEqualTo(Verdict.WORSE);
        assertThat(Verdict.of(below, true)).isEqualTo(Verdict.WORSE);
        assertThat(Verdict.of(below, false)).isEqualTo(Verdict.BETTER);
        assertThat(Verdict.of(new Estimate(2, 0, 4, 0.95, 5), true)).isEqualTo(Verdict.NO_DIFFERENCE_SHOWN);
        assertThat(Verdict.of(Estimate.ofOne(2, 0.95), true)).isEqualTo(Verdict.NO_DIFFERENCE_SHOWN);
        assertThat(Verdict.NO_DIFFERENCE_SHOWN.words()).isEqualTo("no difference shown");
    }

    private static void assertRefused(
            String rule, double mean, double low, double high, double confidence, int replications) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(mean, low, high, confidence, replications))
                .withMessageContaining(rule);
    }
}
