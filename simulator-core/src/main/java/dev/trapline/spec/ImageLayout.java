package dev.trapline.spec;

import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;

/**
 * How a file grows.
 *
 * @param blockBytes what it grows by
 * @param bySector whether each block stands behind a sector with a bit for each of its sectors, so that a file that differs from
 *     another keeps what was written, as VHD does; else it keeps whole blocks, of which the rest is read from the other first, as
 *     qcow2, VMDK and VDI do
 */
public record ImageLayout(long blockBytes, boolean bySector) {
    private static final int SECTOR_BYTES = 512;

    /** That of Microsoft's Virtual Hard Disk Image Format Specification. */
    public static final ImageLayout VHD = new ImageLayout(2 << 20, true);

    static final String SECTOR = "sector";

    /** What a platform says of each of its formats that grow. */
    public static final Shape SHAPE = Shape.fields(
            "image-layout",
            "How a file of a growing format grows.",
            Shape.required("block", Shape.of(Dimension.BYTES, 65_536, 1e9), "What it grows by."),
            Shape.optional(
                    "kept-by",
                    Shape.choice(SECTOR, "block"),
                    "block",
                    "What a file keeps that differs from another: the sectors that were written, or whole blocks, of which the rest is read"
                            + " from the other first."));

    public static ImageLayout of(Values values) {
        long block = values.whole("block");
        if (block % SECTOR_BYTES != 0) {
            throw new IllegalArgumentException("'block' must be a multiple of 512 B, got " + block + " B");
        }
        return new ImageLayout(block, values.text("kept-by").equals(SECTOR));
    }

    /** What lies before a block's data, and what is written behind the last block when one is appended. */
    public long edgeBytes() {
        return bySector ? SECTOR_BYTES : 0;
    }

    public long frameBytes() {
        return edgeBytes() + blockBytes;
    }

    public int sectors() {
        return (int) (blockBytes / SECTOR_BYTES);
    }
}
