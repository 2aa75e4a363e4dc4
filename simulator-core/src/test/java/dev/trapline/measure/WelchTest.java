package dev.trapline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Welch's test by hand: means 10 and 14, squared standard errors 1 and 4, of 5 and 4 replications. */
final class WelchTest {
    /** (1 + 4)^2 / (1 / 4 + 16 / 3) = 4.4776 degrees; t = 4 / sqrt(5) = 1.7889. */
    @Test
    void meansOfUnequalVariance() {
        Estimate a = scaled(10, 1, 5);
        Estimate b = scaled(14, 2, 4);
        Welch welch = Welch.of(a, b);
        assertThat(welch.difference(0.95).mean()).isEqualTo(-4);
        // Student's t at 4.4776 degrees: 2.6637 for 97.5 %, and 1.7889 is exceeded on both sides with 0.1403.
        assertThat(welch.difference(0.95).high()).isCloseTo(-4 + 2.6637 * StrictMath.sqrt(5), within(0.01));
        assertThat(welch.probability()).isCloseTo(0.140, within(0.003));
    }

    /** With the same variance and number it is the usual test with 2 (n - 1) degrees. */
    @Test
    void meansOfEqualVariance() {
        Welch welch = Welch.of(scaled(1, 1, 6), scaled(3, 1, 6));
        // t = sqrt(2) at 10 degrees: 0.1877 on both sides.
        assertThat(welch.probability()).isCloseTo(0.1877, within(1e-3));
    }

    @Test
    void aRatioCoversWhatTheTestDoesNotReject() {
        Welch welch = Welch.of(scaled(12, 0.5, 5), scaled(10, 0.5, 5));
        Estimate ratio = welch.ratio(0.95).orElseThrow();
        assertThat(ratio.mean()).isEqualTo(1.2);
        assertThat(ratio.covers(1)).isEqualTo(welch.difference(0.95).covers(0));
        assertThat(Welch.of(scaled(12, 0.5, 5), scaled(1, 5, 5)).ratio(0.95)).isEmpty();
    }

    @Test
    void oneReplicationTellsNothing() {
        Welch welch = Welch.of(Estimate.ofOne(1, 0.95), Estimate.ofOne(2, 0.95));
        assertThat(welch.probability()).isEqualTo(1);
        assertThat(welch.difference(0.95).hasInterval()).isFalse();
    }

    @Test
    void equalConstantsAreNoDifferenceAndOtherOnesAre() {
        assertThat(Welch.of(scaled(1, 0, 3), scaled(1, 0, 3)).probability()).isEqualTo(1);
        assertThat(Welch.of(scaled(1, 0, 3), scaled(2, 0, 3)).probability()).isZero();
        assertThat(Welch.of(scaled(1, 0, 3), scaled(2, 0, 3)).ratio(0.95).orElseThrow().low()).isEqualTo(0.5);
    }

    /** A mean with a standard error: Student's quantiles for 95 % at 2 to 5 degrees are from tables. */
    private static Estimate scaled(double mean, double error, int replications) {
        double t = switch (replications) {
            case 3 -> 4.302653;
            case 4 -> 3.182446;
            case 5 -> 2.776445;
            default -> 2.570582;
        };
        return new Estimate(mean, mean - t * error, mean + t * error, 0.95, replications);
    }
}
