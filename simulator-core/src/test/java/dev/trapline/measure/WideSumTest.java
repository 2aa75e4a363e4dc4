package dev.trapline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.random.KeyedSource;
import dev.trapline.random.TestSeed;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class WideSumTest {

    @Test
    void sumsOfProductsAreExact() {
        KeyedSource source = TestSeed.source("wide");
        WideSum sum = new WideSum();
        BigInteger expected = BigInteger.ZERO;
        for (int i = 0; i < 1_000; i++) {
            long left = source.nextLong() >> source.nextInt(64);
            long right = source.nextLong() >>> 1 + source.nextInt(63);
            sum.addProduct(left, right);
            sum.add(left);
            expected = expected.add(BigInteger.valueOf(left).multiply(BigInteger.valueOf(right)))
                    .add(BigInteger.valueOf(left));
            assertThat(sum.exact()).isEqualTo(expected);
        }
    }

    @Test
    void sumsAreAddedWithTheirCarry() {
        WideSum sum = new WideSum();
        WideSum other = new WideSum();
        sum.add(-1);
        other.addProduct(Long.MAX_VALUE, Long.MAX_VALUE);
        sum.add(other);
        BigInteger largest = BigInteger.valueOf(Long.MAX_VALUE);
        assertThat(sum.exact()).isEqualTo(largest.multiply(largest).subtract(BigInteger.ONE));
    }

    @Test
    void theQuotientKeepsItsFraction() {
        WideSum sum = new WideSum();
        sum.add(7);
        assertThat(sum.dividedBy(2)).isEqualTo(3.5);
        sum.add(-14);
        assertThat(sum.dividedBy(2)).isEqualTo(-3.5);
        sum.clear();
        assertThat(sum.dividedBy(2)).isZero();
    }
}
