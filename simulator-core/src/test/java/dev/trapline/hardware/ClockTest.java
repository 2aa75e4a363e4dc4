package dev.trapline.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cycles become whole picoseconds, and what is left over is exact. */
class ClockTest {
    private static final BigInteger PICOS_TIMES_HERTZ = BigInteger.valueOf(1_000_000_000);
    private static final int DRAWS = 100_000;

    @ParameterizedTest
    @ValueSource(longs = {1_000_000, 999_999_937, 2_660_000_000L, 3_000_000_000L, 9_000_000_000L})
    void wholeAndRestAreThoseOfTheExactQuotient(long hertz) {
        Clock clock = new Clock(hertz);
        SplittableRandom random = new SplittableRandom(hertz);
        for (int i = 0; i < DRAWS; i++) {
            check(clock, random.nextLong(1L << random.nextInt(1, 53)));
        }
        for (long near = -1; near <= 1; near++) {
            check(clock, hertz + near);
            check(clock, 1_000 * hertz + near);
        }
        check(clock, 0);
    }

    private static void check(Clock clock, long milliCycles) {
        BigInteger[] exact = BigInteger.valueOf(milliCycles)
                .multiply(PICOS_TIMES_HERTZ)
                .divideAndRemainder(BigInteger.valueOf(clock.hertz()));
        long picos = clock.picos(milliCycles);
        assertThat(picos).as("%d millicycles at %d Hz", milliCycles, clock.hertz()).isEqualTo(exact[0].longValueExact());
        assertThat(clock.rest(milliCycles, picos)).isEqualTo(exact[1].longValueExact());
    }

    @Test
    void anImpossibleClockIsRefused() {
        assertThatThrownBy(() -> new Clock(999_999)).hasMessage("a clock runs at 1 MHz to 9 GHz, got 999999 Hz");
        assertThatThrownBy(() -> new Clock(9_000_000_001L)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatDoesNotFitIntoTimeIsRefused() {
        assertThatThrownBy(() -> new Clock(1_000_000).picos(Long.MAX_VALUE / 100)).isInstanceOf(ArithmeticException.class);
    }
}
