package dev.trapline.measure;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Two means of independent replications whose variances need not be equal.
 *
 * <p>Welch, "The generalization of 'Student's' problem when several different population variances are involved", Biometrika 34
 * (1947): the difference over its standard error follows Student's t with {@code (u + v)^2 / (u^2 / (m - 1) + v^2 / (n - 1))}
 * degrees of freedom, u and v being the squared standard errors of both means.
 */
public final class Welch {
    private final Estimate first;
    private final Estimate second;
    private final double firstVariance;
    private final double secondVariance;

    private Welch(Estimate first, Estimate second) {
        this.first = first;
        this.second = second;
        firstVariance = squaredError(first);
        secondVariance = squaredError(second);
    }

    /** Compares two means; what their intervals are is all that is needed. */
    public static Welch of(Estimate first, Estimate second) {
        return new Welch(first, second);
    }

    private static double squaredError(Estimate estimate) {
        if (!estimate.hasInterval()) {
            return 0;
        }
        double error = (estimate.high() - estimate.low()) / 2 / quantile(estimate.confidence(), estimate.replications() - 1);
        return error * error;
    }

    private static double quantile(double confidence, double degrees) {
        return new TDistribution(null, degrees).inverseCumulativeProbability((1 + confidence) / 2);
    }

    private boolean tellsNothing() {
        return !first.hasInterval() || !second.hasInterval();
    }

    private double degrees() {
        double sum = firstVariance + secondVariance;
        return sum * sum
                / (firstVariance * firstVariance / (first.replications() - 1)
                        + secondVariance * secondVariance / (second.replications() - 1));
    }

    /** The probability of so large a difference if there is none: two-sided; 1 where one of them is of one replication. */
    public double probability() {
        double difference = first.mean() - second.mean();
        if (tellsNothing() || difference == 0) {
            return 1;
        }
        double error = StrictMath.sqrt(firstVariance + secondVariance);
        return error == 0
                ? 0
                : 2 * new TDistribution(null, degrees()).cumulativeProbability(-StrictMath.abs(difference) / error);
    }

    /** First minus second, with its interval. */
    public Estimate difference(double confidence) {
        double mean = first.mean() - second.mean();
        if (tellsNothing()) {
            return Estimate.ofOne(mean, confidence);
        }
        double error = StrictMath.sqrt(firstVariance + secondVariance);
        double halfWidth = error == 0 ? 0 : error * quantile(confidence, degrees());
        int least = StrictMath.min(first.replications(), second.replications());
        return new Estimate(mean, mean - halfWidth, mean + halfWidth, confidence, least);
    }

    /** First to second, by Fieller's theorem without covariance; empty if the second cannot be told from 0. */
    public Optional<Estimate> ratio(double confidence) {
        if (second.mean() == 0) {
            return Optional.empty();
        }
        double ratio = first.mean() / second.mean();
        if (tellsNothing()) {
            return Optional.of(Estimate.ofOne(ratio, confidence));
        }
        double sum = firstVariance + secondVariance;
        double t = sum == 0 ? 0 : quantile(confidence, degrees());
        double square = second.mean() * second.mean() - t * t * secondVariance;
        if (square <= 0) {
            return Optional.empty();
        }
        // r = ratio + x is covered where square x^2 + 2 linear x - constant <= 0; the residual's squared error is u + ratio^2 v.
        double linear = -t * t * ratio * secondVariance;
        double constant = t * t * (firstVariance + ratio * ratio * secondVariance);
        double root = StrictMath.sqrt(linear * linear + square * constant);
        int least = StrictMath.min(first.replications(), second.replications());
        return Optional.of(new Estimate(
                ratio,
                ratio + StrictMath.min(0, (-linear - root) / square),
                ratio + StrictMath.max(0, (-linear + root) / square),
                confidence,
                least));
    }
}
