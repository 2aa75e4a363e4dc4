package dev.trapline.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.hardware.Clock;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Many small costs take as long as their sum, in each slot for itself, whatever their order. */
class ConversionsTest {
    private static final long HERTZ = 2_660_000_007L;
    private static final BigInteger PICOS_TIMES_HERTZ = BigInteger.valueOf(1_000_000_000);

    private final Conversions conversions = new Conversions(new Quotients(new Clock(HERTZ)));

    @Test
    void aThirdOfANanosecondHasNoBias() {
        long sum = 0;
        for (int i = 0; i < 300_000; i++) {
            sum += conversions.picos(3, 1_000);
        }
        assertThat(sum).isEqualTo(exact(300_000L * 1_000));
    }

    @Test
    void costsThatTakeTurnsInASlotDoNotMoveEachOtherNorOtherSlots() {
        SplittableRandom random = new SplittableRandom(1);
        long[] costs = {0, 7, 1_234_567, HERTZ - 1, HERTZ, 5 * HERTZ + 3};
        long[] milliCycles = new long[CycleLedger.CAPACITY];
        long[] picos = new long[CycleLedger.CAPACITY];
        for (int i = 0; i < 100_000; i++) {
            int slot = random.nextInt(CycleLedger.CAPACITY);
            long cost = costs[random.nextInt(costs.length)];
            milliCycles[slot] += cost;
            picos[slot] += conversions.picos(slot, cost);
        }
        for (int slot = 0; slot < picos.length; slot++) {
            assertThat(picos[slot]).as("slot %d", slot).isEqualTo(exact(milliCycles[slot]));
        }
    }

    /** Two executors of one clock know each other's quotients, but each carries what it is owed. */
    @Test
    void executorsThatShareQuotientsCarryTheirOwnRests() {
        Quotients shared = new Quotients(new Clock(HERTZ));
        Conversions one = new Conversions(shared);
        Conversions other = new Conversions(shared);
        long sumOfOne = 0;
        long sumOfOther = 0;
        for (int i = 0; i < 10_000; i++) {
            sumOfOne += one.picos(5, 1_000);
            sumOfOther += other.picos(5, i % 3 == 0 ? 1_000 : 1_234_567);
        }
        assertThat(sumOfOne).isEqualTo(exact(10_000L * 1_000));
        assertThat(sumOfOther).isEqualTo(exact(3_334L * 1_000 + 6_666L * 1_234_567));
    }

    private static long exact(long milliCycles) {
        return BigInteger.valueOf(milliCycles).multiply(PICOS_TIMES_HERTZ).divide(BigInteger.valueOf(HERTZ)).longValueExact();
    }
}
