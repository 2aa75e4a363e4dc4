package dev.trapline.measure;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * One number per replication for one metric: a mean, a throughput, or a quantile of that replication.
 *
 * <p>Replications are independent, so Student's t gives the interval, for quantiles as for means: the mean of the
 * quantiles of the replications, not the quantile of their pool. Values are added in the order of the replications,
 * which is what {@link #paired} and {@link #ratio} pair by.
 */
public final class Replications {

    // TDistribution of commons-math3 3.6.1 is the same on every JDK: its logarithms and exponentials are FastMath,
    // which is Java code (checked in its sources: TDistribution, Beta, Gamma, ContinuedFraction and BrentSolver call
    // nothing of Math), and square roots are exactly rounded by IEEE 754. The constructor without a generator would
    // seed one from the wall clock; hence the null.

    /** A difference of exactly one count is not beyond one, whatever the divisions by time have rounded. */
    public static final double ROUNDING = 1e-9;

    private final String metric;
    private double[] values = new double[8];
    private int count;

    private Replications(String metric) {
        this.metric = metric;
    }

    /** The values so far, in the order of the replications; the metric is for messages. */
    public static Replications of(String metric, double... values) {
        Replications replications = new Replications(metric);
        for (double value : values) {
            replications.add(value);
        }
        return replications;
    }

    /** Adds the value of the next replication. */
    public void add(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalStateException(
                    "Replication " + count + " of '" + metric + "' must be finite, got " + value + ".");
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    /** The value of one replication, the first of which is 0. */
    public double value(int replication) {
        if (replication >= count) {
            throw new IllegalStateException(
                    "'" + metric + "' has " + count + " replications, asked for number " + replication + ".");
        }
        return values[replication];
    }

    public int count() {
        return count;
    }

    /** The first so many of them; itself if there are no more. */
    public Replications first(int many) {
        return many >= count ? this : of(metric, Arrays.copyOf(values, many));
    }

    /** The values, in the order of the replications. */
    public double[] values() {
        return Arrays.copyOf(values, count);
    }

    /** Mean and Student-t interval; no interval for one replication, an IllegalStateException for none. */
    public Estimate estimate(double confidence) {
        requireSome();
        if (count == 1) {
            return Estimate.ofOne(values[0], confidence);
        }
        double mean = mean();
        double halfWidth = studentT(confidence, count - 1) * StrictMath.sqrt(covariance(values, values, count) / count);
        return new Estimate(mean, mean - halfWidth, mean + halfWidth, confidence, count);
    }

    /** First minus second, paired by replication: what both share of the arrivals and demands cancels. */
    public static Estimate paired(Replications first, Replications second, double confidence) {
        requirePairs(first, second);
        Replications difference = new Replications(first.metric + " - " + second.metric);
        for (int i = 0; i < first.count; i++) {
            difference.add(first.values[i] - second.values[i]);
        }
        return difference.estimate(confidence);
    }

    /** As {@link #pairedProbability(Replications, Replications, double)} of figures that are no counts. */
    public static double pairedProbability(Replications first, Replications second) {
        return pairedProbability(first, second, 0);
    }

    /**
     * The probability that replications differ in their mean by at least so much if there is no difference: two-sided, by
     * Student's t on the differences; 1 where one replication, or nothing but equals, tells nothing.
     *
     * @param resolution by how much two may differ though nothing does, in every replication alike: a count over a window is one
     *     more or less by where its ends fall. Of the difference only what goes beyond it is tested, against a variance of no
     * less     than rounding two numbers gives to their difference, so that few whole numbers that happen to be equal prove
     * nothing
     */
    public static double pairedProbability(Replications first, Replications second, double resolution) {
        requirePairs(first, second);
        double[] differences = new double[first.count];
        for (int i = 0; i < first.count; i++) {
            differences[i] = first.values[i] - second.values[i];
        }
        double beyond = StrictMath.abs(mean(differences, first.count)) - resolution * (1 + ROUNDING);
        if (first.count == 1 || beyond <= 0) {
            return 1;
        }
        double variance = StrictMath.max(covariance(differences, differences, first.count), ofRounding(resolution));
        double error = StrictMath.sqrt(variance / first.count);
        if (error == 0) {
            return 0;
        }
        return 2 * new TDistribution(null, first.count - 1).cumulativeProbability(-beyond / error);
    }

    /**
     * The ratio of the two means, paired by replication, with Fieller's interval; empty if the denominator cannot be
     * told from 0, since no finite interval covers the ratio then.
     *
     * <p>At 95 % that is a denominator whose standard deviation over replications is above 0.11 of its mean at two
     * replications, 0.40 at three, 0.80 at five.
     */
    public static Optional<Estimate> ratio(Replications numerator, Replications denominator, double confidence) {
        requirePairs(numerator, denominator);
        if (denominator.mean() == 0) {
            return Optional.empty();
        }
        double ratio = numerator.mean() / denominator.mean();
        if (numerator.count == 1) {
            return Optional.of(Estimate.ofOne(ratio, confidence));
        }
        return fieller(numerator, denominator, ratio, confidence);
    }

    /**
     * As {@link #ratio(Replications, Replications, double)}, of counts: with ends further out by the resolution, and no nearer
     * to the ratio without it than rounding alone would put them; see {@link #pairedProbability(Replications, Replications,
     * double)}.
     */
    public static Optional<Estimate> ratio(
            Replications numerator, Replications denominator, double confidence, double resolution) {
        Optional<Estimate> exact = ratio(numerator, denominator, confidence);
        if (exact.isEmpty() || numerator.count == 1 || resolution == 0) {
            return exact;
        }
        double rounding =
                studentT(confidence, numerator.count - 1) * StrictMath.sqrt(ofRounding(resolution) / numerator.count);
        double scale = StrictMath.abs(denominator.mean());
        Estimate ratio = exact.get();
        double low = StrictMath.min(ratio.low(), ratio.mean() - rounding / scale) - resolution / scale;
        double high = StrictMath.max(ratio.high(), ratio.mean() + rounding / scale) + resolution / scale;
        return Optional.of(new Estimate(ratio.mean(), low, high, confidence, ratio.replications()));
    }

    /** The variance of the difference of two numbers that were rounded to whole multiples of the resolution: twice 1/12. */
    private static double ofRounding(double resolution) {
        return resolution * resolution / 6;
    }

    // Fieller, "Some problems in interval estimation", JRSS B 16 (1954): the ratio of means, r = a / b, is covered by
    // all r + x for which the mean of a - (r + x) b does not differ from 0 by the t test. It is exact for normal pairs
    // at any number of replications; the delta method is its limit for a denominator without noise, and a mean of the
    // ratios of replications is biased. With residuals d = a - r b, whose mean is 0, this is
    //
    //     (b^2 - t^2 s_bb / n) x^2 + 2 (t^2 s_db / n) x - t^2 s_dd / n <= 0
    //
    // which keeps its digits where noise is small, and whose roots have 0 between them whenever b differs from 0.
    private static Optional<Estimate> fieller(Replications a, Replications b, double ratio, double confidence) {
        int count = a.count;
        double t = studentT(confidence, count - 1);
        double factor = t * t / count;
        double[] residuals = new double[count];
        for (int i = 0; i < count; i++) {
            residuals[i] = a.values[i] - ratio * b.values[i];
        }
        double square = b.mean() * b.mean() - factor * covariance(b.values, b.values, count);
        if (square <= 0) {
            return Optional.empty();
        }
        double linear = factor * covariance(residuals, b.values, count);
        double constant = factor * covariance(residuals, residuals, count);
        double root = StrictMath.sqrt(linear * linear + square * constant);
        double low = ratio + StrictMath.min(0, (-linear - root) / square);
        double high = ratio + StrictMath.max(0, (-linear + root) / square);
        return Optional.of(new Estimate(ratio, low, high, confidence, count));
    }

    private double mean() {
        return mean(values, count);
    }

    private static double mean(double[] values, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[i];
        }
        return sum / count;
    }

    private static double covariance(double[] left, double[] right, int count) {
        double leftMean = mean(left, count);
        double rightMean = mean(right, count);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += (left[i] - leftMean) * (right[i] - rightMean);
        }
        return sum / (count - 1);
    }

    private static double studentT(double confidence, int degreesOfFreedom) {
        return new TDistribution(null, degreesOfFreedom).inverseCumulativeProbability((1 + confidence) / 2);
    }

    private void requireSome() {
        if (count == 0) {
            throw new IllegalStateException("There is no replication of '" + metric + "' to estimate from.");
        }
    }

    private static void requirePairs(Replications first, Replications second) {
        first.requireSome();
        if (first.count != second.count) {
            throw new IllegalStateException("Only as many replications of '" + first.metric + "' as of '"
                    + second.metric + "' can be paired, got " + first.count + " and " + second.count + ".");
        }
    }
}
