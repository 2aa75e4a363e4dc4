package dev.trapline.measure;

/**
 * Where the warm-up of a series of observations ends.
 *
 * @param observations how many are left out from the beginning
 * @param of how many there are
 * @param settled false if more than half of them would have to be left out, or if there are too few to tell: the series
 *     shows no steady state then, and what is left must not be called one
 */
public record Truncation(int observations, int of, boolean settled) {

    /** The part of the series that is left out, 0 to 1. */
    public double share() {
        return of == 0 ? 0 : (double) observations / of;
    }

    /** The later of two over equal series, which both need; not settled if either is not. */
    public Truncation later(Truncation other) {
        return new Truncation(
                StrictMath.max(observations, other.observations), StrictMath.max(of, other.of), settled && other.settled);
    }
}
