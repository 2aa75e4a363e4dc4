package dev.trapline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.random.KeyedSource;
import dev.trapline.random.TestSeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicationsTest {

    @Test
    void theIntervalByHand() {
        // Mean 12, variance 10 / 4, t of 4 degrees at 97.5 % is 2.776445: half width 2.776445 sqrt(2.5 / 5).
        Estimate estimate = Replications.of("throughput", 10, 12, 11, 14, 13).estimate(0.95);
        double halfWidth = 2.776445 * Math.sqrt(0.5);
        assertThat(estimate.mean()).isEqualTo(12);
        assertThat(estimate.low()).isCloseTo(12 - halfWidth, within(1e-6));
        assertThat(estimate.high()).isCloseTo(12 + halfWidth, within(1e-6));
        assertThat(estimate.replications()).isEqualTo(5);
        assertThat(estimate.confidence()).isEqualTo(0.95);
    }

    /** Two values 0 and 2 have half width t; the t of tables (Abramowitz, Stegun: table 26.10). */
    @ParameterizedTest
    @CsvSource({"0.90, 6.314", "0.95, 12.706", "0.99, 63.657", "0.999, 636.619"})
    void twoReplicationsAreFewAndSaySo(double confidence, double halfWidth) {
        Estimate estimate = Replications.of("throughput", 0, 2).estimate(confidence);
        assertThat(estimate.high() - estimate.mean()).isCloseTo(halfWidth, within(6e-4));
    }

    @Test
    void oneReplicationHasNoInterval() {
        assertThat(Replications.of("throughput", 3).estimate(0.95)).isEqualTo(Estimate.ofOne(3, 0.95));
    }

    @Test
    void valuesWithoutNoiseHaveAnIntervalWithoutWidth() {
        Estimate estimate = Replications.of("throughput", 5, 5, 5).estimate(0.95);
        assertThat(estimate).isEqualTo(new Estimate(5, 5, 5, 0.95, 3));
    }

    @Test
    void moreReplicationsThanExpectedFit() {
        Replications replications = Replications.of("throughput");
        for (int i = 0; i < 100; i++) {
            replications.add(i);
        }
        assertThat(replications.count()).isEqualTo(100);
        assertThat(replications.estimate(0.95).mean()).isEqualTo(49.5);
    }

    @Test
    void pairingCancelsWhatBothShare() {
        Replications first = Replications.of("first", 101, 205, 303, 407);
        Replications second = Replications.of("second", 100, 204, 301, 406);
        Estimate difference = Replications.paired(first, second, 0.95);
        assertThat(difference).isEqualTo(Replications.of("difference", 1, 1, 2, 1).estimate(0.95));
        assertThat(Verdict.of(difference, true)).isEqualTo(Verdict.BETTER);
    }

    /** Every replication counts one more, by where the windows end: no difference, and the interval says so. */
    @Test
    void oneCountMoreInEveryReplicationIsNoDifference() {
        Replications more = Replications.of("more", 1001 / 0.3, 1011 / 0.3, 1006 / 0.3);
        Replications less = Replications.of("less", 1000 / 0.3, 1010 / 0.3, 1005 / 0.3);
        assertThat(Replications.pairedProbability(more, less, 1 / 0.3)).isEqualTo(1);
        assertThat(Replications.pairedProbability(more, less)).isLessThan(1e-9);
        assertThat(Replications.ratio(more, less, 0.95, 1 / 0.3).orElseThrow().low()).isLessThanOrEqualTo(1);
    }

    /** Three equal differences of two counts: whole numbers that agree by chance; twenty of them do not. */
    @Test
    void fewEqualCountsProveNoExactness() {
        assertThat(Replications.pairedProbability(counts(3, 102), counts(3, 100), 1)).isBetween(0.02, 0.1);
        assertThat(Replications.pairedProbability(counts(20, 102), counts(20, 100), 1)).isLessThan(1e-6);
        assertThat(Replications.ratio(counts(20, 102), counts(20, 100), 0.95, 1).orElseThrow().low())
                .isBetween(1.0, 1.01);
    }

    /**
     * Two sources of one rate and phases of their own, drawn anew for each experiment and kept over its replications, as those
     * of a machine that draws nothing are: they are never called different. Without the resolution half of the experiments do.
     */
    @Test
    void equalRatesWithFixedPhasesAreNeverCalledDifferent() {
        KeyedSource source = new KeyedSource(11, 0, KeyedSource.path("phases"));
        int wrong = 0;
        int wrongWithout = 0;
        for (int experiment = 0; experiment < 1_000; experiment++) {
            source.at(experiment, 0, 0);
            double window = 100 + source.nextDouble();
            Replications first = counts(5, StrictMath.floor(window + source.nextDouble()));
            Replications second = counts(5, StrictMath.floor(window + source.nextDouble()));
            wrong += Replications.pairedProbability(first, second, 1) <= 0.05 ? 1 : 0;
            wrongWithout += Replications.pairedProbability(first, second) <= 0.05 ? 1 : 0;
        }
        assertThat(wrong).isZero();
        assertThat(wrongWithout).isGreaterThan(250);
    }

    private static Replications counts(int replications, double count) {
        Replications counts = Replications.of("count");
        for (int i = 0; i < replications; i++) {
            counts.add(count);
        }
        return counts;
    }

    @Test
    void aRatioToANumberIsAnOrdinaryInterval() {
        Estimate ratio = ratio(Replications.of("a", 9, 10, 11), Replications.of("b", 5, 5, 5));
        Estimate scaled = Replications.of("a / 5", 1.8, 2, 2.2).estimate(0.95);
        assertThat(ratio.mean()).isEqualTo(2);
        assertThat(ratio.low()).isCloseTo(scaled.low(), within(1e-12));
        assertThat(ratio.high()).isCloseTo(scaled.high(), within(1e-12));
    }

    @Test
    void anExactRatioHasNoWidth() {
        Estimate ratio = ratio(Replications.of("a", 20, 22, 24), Replications.of("b", 10, 11, 12));
        assertThat(ratio.low()).isEqualTo(2);
        assertThat(ratio.high()).isEqualTo(2);
    }

    @Test
    void theEndsOfARatioAreWhereTheTTestTurns() {
        double[] a = {31, 28, 35, 30, 29};
        double[] b = {40, 44, 41, 47, 38};
        Estimate ratio = ratio(Replications.of("a", a), Replications.of("b", b));
        // At the lower end the residual is positive and just differs from 0, at the upper end it is negative.
        assertThat(residual(a, b, ratio.low()).low()).isCloseTo(0, within(1e-9));
        assertThat(residual(a, b, ratio.high()).high()).isCloseTo(0, within(1e-9));
        assertThat(ratio.mean()).isCloseTo(153 / 210.0, within(1e-15));
    }

    @Test
    void aRatioToWhatMayBeZeroIsNotStated() {
        Replications a = Replications.of("a", 1, 2, 3);
        assertThat(Replications.ratio(a, Replications.of("b", -1, 0, 1.5), 0.95)).isEmpty();
        assertThat(Replications.ratio(a, Replications.of("b", 0, 0, 0), 0.95)).isEmpty();
        assertThat(Replications.ratio(Replications.of("a", 6), Replications.of("b", 3), 0.95))
                .contains(Estimate.ofOne(2, 0.95));
    }

    @Test
    void intervalsCoverTheTruthAsOftenAsTheySay() {
        KeyedSource source = TestSeed.source("coverage");
        int trials = 4_000;
        int means = 0;
        int ratios = 0;
        for (int trial = 0; trial < trials; trial++) {
            Replications a = Replications.of("a");
            Replications b = Replications.of("b");
            source.at(trial, 0, 0);
            for (int i = 0; i < 5; i++) {
                double shared = source.nextGaussian();
                a.add(30 + 2 * shared + source.nextGaussian());
                b.add(10 + shared + source.nextGaussian());
            }
            means += a.estimate(0.9).covers(30) ? 1 : 0;
            ratios += ratioAt(a, b, 0.9).covers(3) ? 1 : 0;
        }
        double allowed = 6 * Math.sqrt(0.09 / trials);
        assertThat((double) means / trials).isCloseTo(0.9, within(allowed));
        assertThat((double) ratios / trials).isCloseTo(0.9, within(allowed));
    }

    @Test
    void nonsenseIsNamed() {
        Replications throughput = Replications.of("throughput", 1, 2);
        Replications other = Replications.of("other", 1, 2, 3);
        assertThatIllegalStateException()
                .isThrownBy(() -> throughput.add(Double.NaN))
                .withMessage("Replication 2 of 'throughput' must be finite, got NaN.");
        assertThatIllegalStateException()
                .isThrownBy(() -> Replications.of("latency.p95").estimate(0.95))
                .withMessage("There is no replication of 'latency.p95' to estimate from.");
        assertThatIllegalStateException()
                .isThrownBy(() -> Replications.paired(throughput, other, 0.95))
                .withMessageContaining("'throughput' as of 'other' can be paired, got 2 and 3.");
    }

    private static Estimate residual(double[] a, double[] b, double ratio) {
        Replications residual = Replications.of("residual");
        for (int i = 0; i < a.length; i++) {
            residual.add(a[i] - ratio * b[i]);
        }
        return residual.estimate(0.95);
    }

    private static Estimate ratio(Replications a, Replications b) {
        return ratioAt(a, b, 0.95);
    }

    private static Estimate ratioAt(Replications a, Replications b, double confidence) {
        return Replications.ratio(a, b, confidence).orElseThrow();
    }
}
