package dev.trapline.measure;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Latencies of one kind of request: count, sum, minimum and maximum exact, quantiles within one part in 1024.
 *
 * <p>Takes 0 to 2^63 - 1 picoseconds (106 days). A quantile is never below the true one; up to one microsecond it is at
 * most 511 ps above, beyond at most 1/1024 of its value (three significant digits of HdrHistogram). Recording allocates
 * only for the first latency of a doubling, 8 KiB. It is written as HdrHistogram writes it.
 */
public final class LatencyHistogram {

    private static final long SMALLEST_DISCERNIBLE_PICOS = 1_000;
    /** The least range with which it is written. */
    private static final long FIRST_RANGE_PICOS = 1_000_000_000;
    private static final int SIGNIFICANT_DIGITS = 3;

    private final String name;
    private final Buckets buckets = new Buckets();
    /** Of all that was ever recorded; what is written covers it. */
    private long largestPicos;
    private final WideSum sumPicos = new WideSum();
    private long count;
    private long minPicos = Long.MAX_VALUE;
    private long maxPicos;

    private LatencyHistogram(String name) {
        this.name = name;
    }

    /** An empty histogram; the name is for messages. */
    public static LatencyHistogram of(String name) {
        return new LatencyHistogram(name);
    }

    public void record(long picos) {
        if (picos < 0) {
            throw new IllegalStateException("Latency of '" + name + "' must be at least 0 ps, got " + picos + " ps.");
        }
        buckets.add(picos, 1);
        largestPicos = Math.max(largestPicos, picos);
        sumPicos.add(picos);
        count++;
        minPicos = Math.min(minPicos, picos);
        maxPicos = Math.max(maxPicos, picos);
    }

    /** Adds all that another one holds; the result does not depend on the order of merging. */
    public void merge(LatencyHistogram other) {
        other.buckets.read(buckets::add);
        largestPicos = Math.max(largestPicos, other.maxPicos);
        sumPicos.add(other.sumPicos);
        count += other.count;
        minPicos = Math.min(minPicos, other.minPicos);
        maxPicos = Math.max(maxPicos, other.maxPicos);
    }

    /** Forgets everything, at the end of the warm-up. */
    public void reset() {
        buckets.clear();
        sumPicos.clear();
        count = 0;
        minPicos = Long.MAX_VALUE;
        maxPicos = 0;
    }

    /** Writes all that it holds, but its name. */
    public void writeTo(DataOutput out) throws IOException {
        Histogram written = written();
        ByteBuffer bytes = ByteBuffer.allocate(written.getNeededByteBufferCapacity());
        int length = written.encodeIntoByteBuffer(bytes);
        out.writeInt(length);
        out.write(bytes.array(), 0, length);
        byte[] sum = sumPicos.exact().toByteArray();
        out.writeInt(sum.length);
        out.write(sum);
        out.writeLong(count);
        out.writeLong(minPicos);
        out.writeLong(maxPicos);
    }

    /** The buckets, with a range that depends on what was recorded and not on how it grew. */
    private Histogram written() {
        Histogram written = new Histogram(SMALLEST_DISCERNIBLE_PICOS, FIRST_RANGE_PICOS, SIGNIFICANT_DIGITS);
        written.setAutoResize(true);
        written.recordValue(largestPicos);
        written.reset();
        buckets.read(written::recordValueWithCount);
        return written;
    }

    /** One that holds what another had written. */
    public static LatencyHistogram readFrom(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        LatencyHistogram read = of("latency");
        Histogram decoded = Histogram.decodeFromByteBuffer(ByteBuffer.wrap(bytes), FIRST_RANGE_PICOS);
        for (HistogramIterationValue value : decoded.recordedValues()) {
            read.buckets.add(value.getValueIteratedTo(), value.getCountAddedInThisIterationStep());
        }
        byte[] sum = new byte[in.readInt()];
        in.readFully(sum);
        read.sumPicos.add(WideSum.of(new BigInteger(sum)));
        read.count = in.readLong();
        read.minPicos = in.readLong();
        read.maxPicos = in.readLong();
        read.largestPicos = read.maxPicos;
        return read;
    }

    public long count() {
        return count;
    }

    /** The exact sum, for the check that parts of latencies add up. */
    public BigInteger sumPicos() {
        return sumPicos.exact();
    }

    /** Exact sum over count; empty if nothing was recorded. */
    public OptionalDouble meanPicos() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sumPicos.dividedBy(count));
    }

    public OptionalLong minPicos() {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(minPicos);
    }

    public OptionalLong maxPicos() {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(maxPicos);
    }

    /**
     * The smallest latency that at least a share of all do not exceed, for instance 0.95, as
     * {@link Percentile} defines it; empty if nothing was recorded.
     *
     * @param share above 0 and at most 1
     */
    public OptionalLong quantilePicos(double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "A quantile of '" + name + "' must be above 0 and at most 1, got " + share + ".");
        }
        if (count == 0) {
            return OptionalLong.empty();
        }
        long bucketEnd = buckets.atPercentile(100 * share);
        return OptionalLong.of(Math.max(minPicos, Math.min(maxPicos, bucketEnd)));
    }
}
