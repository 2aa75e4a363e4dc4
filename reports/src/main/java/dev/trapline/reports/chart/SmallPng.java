package dev.trapline.reports.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A chart's picture as PNG with a palette, a third as long as with full colours.
 *
 * <p>The file is written here, after the W3C's Portable Network Graphics specification: one block of compressed rows, none of them
 * filtered, as it advises for palettes. The writer of the JDK filters those, and took longer to load than the charts to draw.
 */
final class SmallPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BITS = 8;
    private static final int COLOUR = 0xffffff;
    private static final byte WITH_PALETTE = 3;
    private static final int BUFFER = 1 << 14;

    private SmallPng() {}

    /** Of a picture whose pixels are integers of red, green and blue. */
    static byte[] of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = colours(picture);
        Palette palette = Palette.of(pixels);
        ByteArrayOutputStream png = new ByteArrayOutputStream(BUFFER);
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", header(width, height));
        chunk(png, "PLTE", palette.bytes());
        chunk(png, "IDAT", compressed(rows(pixels, width, height, palette)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    /** What is drawn leaves its opacity in the pixels of a picture that has none: white is then -1, or 0xffffff where it was set. */
    private static int[] colours(BufferedImage picture) {
        int[] pixels = (int[]) picture.getRaster().getDataElements(0, 0, picture.getWidth(), picture.getHeight(), null);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= COLOUR;
        }
        return pixels;
    }

    private static byte[] header(int width, int height) {
        byte deflated = 0;
        byte filters = 0;
        byte notInterlaced = 0;
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) BITS)
                .put(WITH_PALETTE)
                .put(deflated)
                .put(filters)
                .put(notInterlaced)
                .array();
    }

    /** Each row has the number of its filter before it, which is 0. */
    private static byte[] rows(int[] pixels, int width, int height, Palette palette) {
        byte[] rows = new byte[height * (width + 1)];
        int at = 0;
        int before = ~pixels[0];
        byte index = 0;
        for (int pixel = 0; pixel < pixels.length; pixel++) {
            if (pixel % width == 0) {
                at++;
            }
            if (pixels[pixel] != before) {
                before = pixels[pixel];
                index = palette.index(before);
            }
            rows[at++] = index;
        }
        return rows;
    }

    private static byte[] compressed(byte[] rows) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                bytes.write(buffer, 0, deflater.deflate(buffer));
            }
            return bytes.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream png, String name, byte[] content) {
        byte[] named = ByteBuffer.allocate(name.length() + content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        CRC32 sum = new CRC32();
        sum.update(named);
        png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        png.writeBytes(named);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
