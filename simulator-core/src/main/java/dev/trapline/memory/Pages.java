package dev.trapline.memory;

/** Sizes in pages. */
public final class Pages {
    public static final int BYTES = 4096;
    /** The largest data that is simulated page by page: what is known of each page has to fit into our own memory. */
    public static final double MOST_BYTES = 256.0 * (1L << 30);

    private Pages() {}

    /** The pages that so many bytes fill or begin to fill. */
    public static int in(long bytes) {
        return Math.toIntExact((bytes + BYTES - 1) / BYTES);
    }

    /** So many pages in MiB. */
    public static double mebibytes(long pages) {
        return pages * (double) BYTES / (1 << 20);
    }
}
