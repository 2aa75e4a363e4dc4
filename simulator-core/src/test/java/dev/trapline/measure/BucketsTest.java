package dev.trapline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Against HdrHistogram itself. */
class BucketsTest {
    private static final double[] PERCENT = {0.001, 1, 10, 33.3, 50, 90, 95, 99, 99.9, 99.99, 100};

    private final Random random = new Random(7);

    @Test
    void quantilesAreThoseOfHdrHistogram() {
        for (int values : new int[] {1, 2, 10, 1_000, 30_000}) {
            for (int bits = 1; bits < 64; bits += 3) {
                Buckets buckets = new Buckets();
                Histogram expected = new Histogram(1_000, Long.MAX_VALUE, 3);
                for (int i = 0; i < values / 10 + 1; i++) {
                    long value = random.nextLong() >>> 1 + random.nextInt(64 - bits);
                    long count = 1 + random.nextInt(20);
                    buckets.add(value, count);
                    expected.recordValueWithCount(value, count);
                }
                for (double percent : PERCENT) {
                    assertThat(buckets.atPercentile(percent)).isEqualTo(expected.getValueAtPercentile(percent));
                }
                Histogram read = new Histogram(1_000, Long.MAX_VALUE, 3);
                buckets.read(read::recordValueWithCount);
                assertThat(encoded(read)).isEqualTo(encoded(expected));
            }
        }
    }

    private static byte[] encoded(Histogram histogram) {
        ByteBuffer bytes = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        return Arrays.copyOf(bytes.array(), histogram.encodeIntoByteBuffer(bytes));
    }

    @Test
    void bothEndsOfTimeHaveABucket() {
        Buckets buckets = new Buckets();
        buckets.add(0, 1);
        assertThat(buckets.atPercentile(100)).isEqualTo(511);
        buckets.add(Long.MAX_VALUE, 1);
        assertThat(buckets.atPercentile(100)).isEqualTo(Long.MAX_VALUE);
        buckets.clear();
        buckets.add(512, 1);
        assertThat(buckets.atPercentile(50)).isEqualTo(1_023);
    }
}
