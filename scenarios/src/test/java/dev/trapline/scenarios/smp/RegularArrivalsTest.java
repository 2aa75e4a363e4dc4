package dev.trapline.scenarios.smp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.scenarios.Overrides;
import org.junit.jupiter.api.Test;

/** Requests that arrive regularly come at the first instant and at equal distances after it. */
final class RegularArrivalsTest {
    @Test
    void everyTenMilliseconds() {
        SmpHost host = SmpHost.of("regular.yaml", Overrides.NONE).runUntil(2_999);
        assertThat(host.spent("load", "computing")).isZero();
        assertThat(host.runUntil(4_000).spent("load", "computing")).isEqualTo(1_000);
        assertThat(host.runUntil(99_000).completed("load")).isEqualTo(10);
        assertThat(host.lastLeft("load")).isEqualTo(95_000);
    }
}
