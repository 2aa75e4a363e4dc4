package dev.trapline.reports.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * A chart's picture as PNG with a palette, a third as long as with full colours.
 *
 * <p>A chart has few colours and many mixtures of them along edges. The palette holds the most frequent; every other colour
 * becomes the one of them that is nearest.
 *
 * <p>It is written here after the format's specification (ISO/IEC 15948): the JDK's writer tries each filter on every row, which
 * a picture with a palette gains nothing from, and took longer than the drawing.
 */
final class SmallPng {
    private static final int COLOURS = 64;
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] BYTES_OF_A_PALETTE = {8, 3, 0, 0, 0};
    private static final byte UNFILTERED = 0;

    private SmallPng() {}

    /** Of a picture whose pixels are red, green and blue in an integer, as XChart draws them. */
    static byte[] of(BufferedImage picture) throws IOException {
        int[] pixels = pixels(picture);
        Map<Integer, Integer> counts = counts(pixels);
        List<Integer> palette = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(COLOURS)
                .map(Map.Entry::getKey)
                .toList();
        Map<Integer, Integer> indexes = new TreeMap<>();
        counts.keySet().forEach(colour -> indexes.put(colour, nearest(colour, palette)));

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(bytes);
        png.write(SIGNATURE);
        chunk(png, "IHDR", header(picture));
        chunk(png, "PLTE", colours(palette));
        chunk(png, "IDAT", deflated(pixels, picture.getWidth(), indexes));
        chunk(png, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static byte[] header(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(bytes);
        header.writeInt(picture.getWidth());
        header.writeInt(picture.getHeight());
        header.write(BYTES_OF_A_PALETTE);
        return bytes.toByteArray();
    }

    private static byte[] colours(List<Integer> palette) {
        byte[] bytes = new byte[3 * palette.size()];
        for (int i = 0; i < palette.size(); i++) {
            bytes[3 * i] = (byte) (palette.get(i) >> 16);
            bytes[3 * i + 1] = (byte) (palette.get(i) >> 8);
            bytes[3 * i + 2] = palette.get(i).byteValue();
        }
        return bytes;
    }

    private static byte[] deflated(int[] pixels, int width, Map<Integer, Integer> indexes) throws IOException {
        byte[] row = new byte[1 + width];
        row[0] = UNFILTERED;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater smallest = new Deflater(Deflater.BEST_COMPRESSION);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, smallest)) {
            for (int from = 0; from < pixels.length; from += width) {
                for (int start = 0, end; start < width; start = end) {
                    end = endOfRun(pixels, from + start, from + width) - from;
                    Arrays.fill(row, 1 + start, 1 + end, indexes.get(pixels[from + start]).byteValue());
                }
                out.write(row);
            }
        } finally {
            smallest.end();
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream png, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        png.writeInt(content.length);
        png.write(name);
        png.write(content);
        png.writeInt((int) check.getValue());
    }

    /** The colours row by row. */
    private static int[] pixels(BufferedImage picture) {
        int[] pixels = new int[picture.getWidth() * picture.getHeight()];
        picture.getRaster().getDataElements(0, 0, picture.getWidth(), picture.getHeight(), pixels);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xffffff;
        }
        return pixels;
    }

    private static Map<Integer, Integer> counts(int[] pixels) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int start = 0, end; start < pixels.length; start = end) {
            end = endOfRun(pixels, start, pixels.length);
            counts.merge(pixels[start], end - start, Integer::sum);
        }
        return counts;
    }

    /** Most pixels of a chart are like the one before: what is looked up is looked up for a run of them. */
    private static int endOfRun(int[] pixels, int start, int limit) {
        int end = start + 1;
        while (end < limit && pixels[end] == pixels[start]) {
            end++;
        }
        return end;
    }

    private static int nearest(int colour, List<Integer> palette) {
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < palette.size() && least > 0; i++) {
            int distance = distance(colour, palette.get(i));
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xff) - (other >> 16 & 0xff);
        int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
        int blue = (one & 0xff) - (other & 0xff);
        return red * red + green * green + blue * blue;
    }
}
