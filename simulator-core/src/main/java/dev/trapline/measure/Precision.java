package dev.trapline.measure;

/**
 * When enough replications have been made: the interval is at most so wide, or the most that is allowed is reached.
 *
 * <p>A sequential rule looks at the interval after each replication and so ends a little too often where it happens to be
 * narrow; it covers less than it says, the less so the larger {@code least} is (Law, Simulation Modeling and Analysis, 5th
 * edition, section 9.4.1). What it covers is measured in docs/STATISTICS.md.
 *
 * @param relative the half width of the interval over the mean that is asked for, above 0
 * @param least replications that are made in any case, at least 2
 * @param most replications that are made at the most
 */
public record Precision(double relative, int least, int most) {
    public Precision {
        if (!(relative > 0) || least < 2 || most < least) {
            throw new IllegalArgumentException(
                    "A precision must be above 0, with at least 2 replications and no fewer at most, got " + relative
                            + ", " + least + ", " + most + ".");
        }
    }

    /** Whether the interval is as narrow as asked; one around zero is if it has no width. */
    public boolean reached(Estimate estimate) {
        double half = StrictMath.max(estimate.high() - estimate.mean(), estimate.mean() - estimate.low());
        return estimate.hasInterval() && half <= relative * StrictMath.abs(estimate.mean());
    }

    /** Whether another replication is due after those that an estimate stands on. */
    public boolean wantsMore(Estimate estimate) {
        int made = estimate.replications();
        return made < least || made < most && !reached(estimate);
    }
}
