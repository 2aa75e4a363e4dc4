package dev.trapline.benchmarks.fingerprints;

/**
 * What has a fingerprint of its own: a platform at a point of a scenario, or what is said of all of them.
 *
 * @param point its number in the grid, or {@link #COMPARISON} or {@link #QUICK}
 * @param platform with its variant, or {@link #ALL}
 */
public record Cell(String scenario, String point, String platform) {
    /** Differences, ranks and verdicts over the cells of the short runs. */
    static final String COMPARISON = "comparison";

    /** Each platform at each point once, with the times of {@code --quick}. */
    static final String QUICK = "quick";

    static final String ALL = "all";

    @Override
    public String toString() {
        return scenario + ", " + (platform.equals(ALL) ? point : "point " + point + ", " + platform);
    }
}
