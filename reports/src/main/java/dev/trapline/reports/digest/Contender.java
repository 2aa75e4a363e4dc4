package dev.trapline.reports.digest;

/**
 * A platform, or one variant of it, in a comparison.
 *
 * @param name as readers see it: the title, and what tells the variant from the others
 * @param colour index of the platform's colour; variants of one platform share it, 0 is the native machine's
 * @param shade 0 for the first variant, 1 for the second and so on
 */
public record Contender(
        String platform, String variant, String title, String name, String kind, int colour, int shade) {

    public boolean isNative() {
        return kind.equals("native");
    }

    /** Whether a row of results is this contender's. */
    public boolean owns(String rowPlatform, String rowVariant) {
        return platform.equals(rowPlatform) && variant.equals(rowVariant);
    }
}
