package dev.trapline.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A cap of 30 %, periods of 100: 30 at 0, 100, 200, ... */
class QuotaTest {
    private final Quota quota = new Quota(0.3, 100);

    @Test
    void itRunsUntilTheQuotaIsUsedUp() {
        assertThat(quota.runPicos(0)).isEqualTo(30);
        quota.ran(0, 30);
        assertThat(quota.isUsedUp(30)).isTrue();
        assertThat(quota.refilledAt(30)).isEqualTo(100);
        assertThat(quota.isUsedUp(100)).isFalse();
    }

    @Test
    void whatItDidNotUseIsLost() {
        assertThat(quota.runPicos(250)).isEqualTo(30);
    }

    /** From 80 on it has 30 for the 20 that are left; at 100 it has 30 again, not 40. */
    @Test
    void itMayRunOverARefill() {
        assertThat(quota.runPicos(80)).isEqualTo(50);
        quota.ran(80, 130);
        assertThat(quota.isUsedUp(130)).isTrue();
    }

    /** It ran 35 too many: one refill is not enough. */
    @Test
    void itOwesWhatItRanBeyond() {
        quota.ran(0, 65);
        assertThat(quota.refilledAt(65)).isEqualTo(200);
        assertThat(quota.runPicos(200)).isEqualTo(25);
    }

    @Test
    void noCapNoLimit() {
        Quota none = new Quota(1, 100);
        none.ran(0, 1_000);
        assertThat(none.isUsedUp(1_000)).isFalse();
        assertThat(none.runPicos(1_000)).isEqualTo(Long.MAX_VALUE);
    }
}
