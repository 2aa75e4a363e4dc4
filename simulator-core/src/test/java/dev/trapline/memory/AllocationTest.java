package dev.trapline.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Who loses memory, by the formula: rho = S / (P (f + k (1 - f))), k = 1 / (1 - tau). */
class AllocationTest {
    private static final int[] NOTHING = {0, 0};
    private static final int[] HUNDRED_EACH = {100, 100};

    /** At 75 % an idle page costs as much as four active ones. */
    @Test
    void theIdlePagePaysForFour() {
        Allocation allocation = allocation(new double[] {1, 1}, new double[] {100, 0}, 0.75);
        assertThat(allocation.rho(0, 100)).isEqualTo(1 / 100.0, within(1e-12));
        assertThat(allocation.rho(1, 100)).isEqualTo(1 / 400.0, within(1e-12));
        Allocation half = allocation(new double[] {1, 1}, new double[] {50, 0}, 0.75);
        assertThat(half.rho(0, 100)).isEqualTo(1 / (100 * (0.5 + 4 * 0.5)), within(1e-12));
    }

    /** x + x / 4 = 120: the idle guest keeps 24 of its 100 pages, the active one 96. */
    @Test
    void theIdleGuestLosesMore() {
        int[] pages = allocation(new double[] {1, 1}, new double[] {100, 0}, 0.75).of(120);
        assertThat(pages[0]).isBetween(95, 96);
        assertThat(pages[1]).isBetween(23, 24);
        assertThat(pages[0] + pages[1]).isBetween(118, 120);
    }

    @Test
    void withoutTaxSharesAlonePay() {
        int[] pages = allocation(new double[] {1, 1}, new double[] {100, 0}, 0).of(120);
        assertThat(pages[0]).isBetween(59, 60);
        assertThat(pages[1]).isBetween(59, 60);
        int[] uneven = allocation(new double[] {2, 1}, new double[] {100, 0}, 0).of(120);
        assertThat(uneven[0]).isBetween(79, 80);
        assertThat(uneven[1]).isBetween(39, 40);
    }

    /** Twice the shares for an idle guest: x + 2 x / 4 = 120 leaves it 40, and the active one 80, which has half of them. */
    @Test
    void sharesDoNotProtectIdlePages() {
        int[] pages = allocation(new double[] {1, 2}, new double[] {100, 0}, 0.75).of(120);
        assertThat(pages[0]).isBetween(79, 80);
        assertThat(pages[1]).isBetween(39, 40);
    }

    /** 60 of 100 pages active: P = (S / rho + 3 A) / 4 for both, so that both have (x + 180) / 4 = 80 at x = 140. */
    @Test
    void whoIsAlikeHasTheSame() {
        Allocation allocation = allocation(new double[] {1, 1}, new double[] {60, 60}, 0.75);
        int[] pages = allocation.of(160);
        assertThat(pages).containsExactly(80, 80);
        assertThat(1 / allocation.rho(0, 80)).isEqualTo(140, within(1e-9));
    }

    @Test
    void nobodyTakesTheReservedPages() {
        int[] pages = new Allocation(new double[] {1, 1}, new double[] {100, 0}, new int[] {0, 70}, HUNDRED_EACH, 0.75).of(120);
        assertThat(pages[1]).isEqualTo(70);
        assertThat(pages[0]).isBetween(49, 50);
    }

    @Test
    void ifThereIsEnoughEverybodyHasAll() {
        assertThat(allocation(new double[] {1, 5}, new double[] {0, 0}, 0.75).of(200)).containsExactly(100, 100);
        assertThat(allocation(new double[] {1, 5}, new double[] {0, 0}, 0.75).of(300)).containsExactly(100, 100);
    }

    private static Allocation allocation(double[] shares, double[] active, double tax) {
        return new Allocation(shares, active, NOTHING, HUNDRED_EACH, tax);
    }
}
