package dev.trapline.memory;

/**
 * Data that a guest's programs use, page by page: a file, or memory of their own. Its pages have numbers in their guest, one
 * after the other, and ranks, by which programs may like some more than others; pages of neighbouring ranks lie apart.
 */
public final class DataSet {
    private static final double GOLDEN = 0.618033988749895;

    /** Whose contents are on the disk to begin with, and whose are not anywhere. */
    public enum Kind {
        FILE,
        ANONYMOUS
    }

    private final int first;
    private final int pages;
    private final Kind kind;
    private final boolean loaded;
    private final DiskPlace place;
    private final int stride;

    /**
     * @param first the number of its first page
     * @param loaded whether it is in memory from the beginning, as far as there is room
     * @param place where on the guest's disk it lies
     */
    DataSet(int first, int pages, Kind kind, boolean loaded, DiskPlace place) {
        this.first = first;
        this.pages = pages;
        this.kind = kind;
        this.loaded = loaded;
        this.place = place;
        stride = coprimeStride(pages);
    }

    private static int coprimeStride(int pages) {
        int stride = Math.max(1, (int) (pages * GOLDEN));
        while (divisor(stride, pages) != 1) {
            stride++;
        }
        return stride;
    }

    private static int divisor(int a, int b) {
        return b == 0 ? a : divisor(b, a % b);
    }

    public int pages() {
        return pages;
    }

    /** The number of its page with this index. */
    public int page(int index) {
        return first + index;
    }

    /** The number of its page with this rank; each page has one. */
    public int pageOfRank(int rank) {
        return first + (int) ((long) rank * stride % pages);
    }

    boolean has(int page) {
        return page >= first && page < first + pages;
    }

    boolean isFile() {
        return kind == Kind.FILE;
    }

    boolean isLoaded() {
        return loaded;
    }

    DiskPlace place() {
        return place;
    }

    int index(int page) {
        return page - first;
    }
}
