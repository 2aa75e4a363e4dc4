package dev.trapline.reports.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The colours of a picture that its file has room for.
 *
 * <p>A chart has few colours and many mixtures of them along edges. The palette holds the most frequent; every other colour
 * becomes the one of them that is nearest. Colours are found in a table with open addressing: a picture has half a million pixels.
 */
final class Palette {
    private static final int MOST = 64;
    private static final int FREE = -1;

    private int[] colours = new int[1 << 10];
    private int[] counts = new int[colours.length];
    private int used;
    private byte[] indexes;
    private int[] chosen;

    private Palette() {
        Arrays.fill(colours, FREE);
    }

    /** Of pixels 0xRRGGBB, at least one. */
    static Palette of(int[] pixels) {
        Palette palette = new Palette();
        int from = 0;
        for (int to = 1; to < pixels.length; to++) {
            if (pixels[to] != pixels[from]) {
                palette.count(pixels[from], to - from);
                from = to;
            }
        }
        palette.count(pixels[from], pixels.length - from);
        palette.choose();
        return palette;
    }

    /** Where a colour of the picture stands in the palette, its own or the nearest. */
    byte index(int colour) {
        return indexes[place(colour)];
    }

    /** Red, green and blue of each, in their order. */
    byte[] bytes() {
        byte[] bytes = new byte[3 * chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            bytes[3 * i] = (byte) (chosen[i] >> 16);
            bytes[3 * i + 1] = (byte) (chosen[i] >> 8);
            bytes[3 * i + 2] = (byte) chosen[i];
        }
        return bytes;
    }

    private void count(int colour, int times) {
        int place = place(colour);
        if (colours[place] == FREE) {
            colours[place] = colour;
            used++;
        }
        counts[place] += times;
        if (used > colours.length / 2) {
            grow();
        }
    }

    private void grow() {
        int[] old = colours;
        int[] oldCounts = counts;
        colours = new int[2 * old.length];
        counts = new int[colours.length];
        Arrays.fill(colours, FREE);
        for (int i = 0; i < old.length; i++) {
            if (old[i] != FREE) {
                int place = place(old[i]);
                colours[place] = old[i];
                counts[place] = oldCounts[i];
            }
        }
    }

    /** Where it is, or would be. */
    private int place(int colour) {
        int mask = colours.length - 1;
        int place = (colour * 0x9e3779b9 >>> 16) & mask;
        while (colours[place] != colour && colours[place] != FREE) {
            place = (place + 1) & mask;
        }
        return place;
    }

    /** The most frequent, of equals the darker. */
    private void choose() {
        List<Integer> places = IntStream.range(0, colours.length)
                .filter(place -> colours[place] != FREE)
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> -counts[place]).thenComparing(place -> colours[place]))
                .toList();
        chosen = places.stream().limit(MOST).mapToInt(place -> colours[place]).toArray();
        indexes = new byte[colours.length];
        places.forEach(place -> indexes[place] = nearest(colours[place]));
    }

    private byte nearest(int colour) {
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < chosen.length && least > 0; i++) {
            int distance = distance(colour, chosen[i]);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return (byte) nearest;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xff) - (other >> 16 & 0xff);
        int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
        int blue = (one & 0xff) - (other & 0xff);
        return red * red + green * green + blue * blue;
    }
}
