package dev.trapline.random;

/**
 * A distribution of a quantity that is never negative: a time, a size, a count of cycles, in the unit of the caller.
 *
 * <p>Immutable; shared freely. A sample allocates nothing and may take any number of draws from the source, so the
 * caller keys the source anew for each sample that must not move others.
 */
public interface Distribution {

    /** A sample; finite and at least 0. */
    double sample(KeyedSource source);

    /** The exact mean, in the unit of the samples. */
    double mean();

    /** Standard deviation over mean; 0 where every sample is the same, 0 included. */
    double coefficientOfVariation();
}
