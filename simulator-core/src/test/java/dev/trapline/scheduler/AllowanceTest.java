package dev.trapline.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {

    /**
     * A quarter of a core in a period of 60: 15 at hand last for 20, because 5 more come in meanwhile; then 60 of
     * pause.
     */
    @Test
    void aQuarterOfACore() {
        Allowance allowance = new Allowance(0.25, 60);
        assertThat(allowance.runPicos()).isEqualTo(20);
        allowance.ran(20, 20);
        assertThat(allowance.isEmpty()).isTrue();
        assertThat(allowance.pausePicos()).isEqualTo(60);
        allowance.rested(80);
        assertThat(allowance.isEmpty()).isFalse();
        assertThat(allowance.runPicos()).isEqualTo(20);
    }

    @Test
    void sleepFillsItNoHigherThanAPeriodsWorth() {
        Allowance allowance = new Allowance(0.25, 60);
        allowance.rested(1_000_000);
        assertThat(allowance.runPicos()).isEqualTo(20);
    }

    @Test
    void whatComesInWhileItWaitsForACoreIsKept() {
        Allowance allowance = new Allowance(0.25, 60);
        allowance.ran(300, 0);
        assertThat(allowance.runPicos()).isEqualTo(120);
    }

    @Test
    void aWholeCoreIsNoLimit() {
        Allowance allowance = new Allowance(1, 60);
        allowance.ran(1_000_000, 1_000_000);
        assertThat(allowance.isEmpty()).isFalse();
        assertThat(allowance.runPicos()).isEqualTo(Long.MAX_VALUE);
    }
}
