package dev.trapline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class TimeWeightedTest {

    @Test
    void theMeanWeighsEachValueByItsTime() {
        TimeWeighted queue = TimeWeighted.of("queue", 0, 0);
        queue.set(10, 2);
        queue.add(30, 1);
        assertThat(queue.integral(50)).isEqualTo(BigInteger.valueOf(0 * 10 + 2 * 20 + 3 * 20));
        assertThat(queue.mean(50)).hasValue(2.0);
        queue.add(60, -3);
        assertThat(queue.mean(100)).hasValue(1.3);
        assertThat(queue.value()).isZero();
    }

    @Test
    void noTimeHasNoMean() {
        assertThat(TimeWeighted.of("queue", 7, 3).mean(7)).isEmpty();
    }

    @Test
    void resetForgetsThePastAndKeepsTheValue() {
        TimeWeighted queue = TimeWeighted.of("queue", 0, 100);
        queue.set(10, 3);
        queue.reset(20);
        assertThat(queue.mean(20)).isEmpty();
        assertThat(queue.value()).isEqualTo(3);
        queue.set(30, 5);
        assertThat(queue.mean(40)).hasValue(4.0);
        assertThat(queue.sincePicos()).isEqualTo(20);
    }

    @Test
    void changesAtOneInstantWeighNothing() {
        TimeWeighted queue = TimeWeighted.of("queue", 0, 1);
        queue.set(10, Long.MAX_VALUE);
        queue.set(10, 1);
        assertThat(queue.mean(20)).hasValue(1.0);
    }

    @Test
    void theLargestSignalOverAllOfTimeIsExact() {
        TimeWeighted signal = TimeWeighted.of("signal", 0, Long.MAX_VALUE);
        BigInteger largest = BigInteger.valueOf(Long.MAX_VALUE);
        assertThat(signal.integral(Long.MAX_VALUE)).isEqualTo(largest.multiply(largest));
        assertThat(signal.mean(Long.MAX_VALUE)).hasValue((double) Long.MAX_VALUE);
    }

    @Test
    void timeDoesNotGoBack() {
        TimeWeighted queue = TimeWeighted.of("queue", 10, 0);
        queue.set(20, 1);
        assertThatIllegalStateException()
                .isThrownBy(() -> queue.set(19, 2))
                .withMessage("Time of 'queue' must not go back: it is at 20 ps, got 19 ps.");
    }

    @Test
    void anOverflowOfTheSignalIsNotSilent() {
        TimeWeighted signal = TimeWeighted.of("signal", 0, Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> signal.add(1, 1));
    }
}
