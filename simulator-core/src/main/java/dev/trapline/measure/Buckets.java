package dev.trapline.measure;

import java.util.Arrays;

/**
 * Counts of values from 0 to 2^63 - 1 in the buckets of HdrHistogram (Gil Tene) with three significant digits of a smallest unit of
 * 1000: up to 2^20 a bucket for each 512, from there on 1024 for each doubling. Only of doublings in which something was counted
 * there are counts, 8 KiB for each.
 */
final class Buckets {
    private static final int UNIT_BITS = 9;
    private static final int PAGE_BITS = 10;
    private static final int PAGE = 1 << PAGE_BITS;

    private final long[][] pages = new long[Long.SIZE - UNIT_BITS - PAGE_BITS][];
    private long total;

    /** Is told how many values were counted in the bucket with this one. */
    interface Reader {
        void counted(long value, long count);
    }

    void add(long value, long count) {
        int doubling = doubling(value);
        int index = (doubling << PAGE_BITS) + (int) (value >>> doubling + UNIT_BITS);
        long[] page = pages[index >> PAGE_BITS];
        if (page == null) {
            page = new long[PAGE];
            pages[index >> PAGE_BITS] = page;
        }
        page[index & PAGE - 1] += count;
        total += count;
    }

    /** By how many bits buckets with this value are wider than the first. */
    private static int doubling(long value) {
        return Math.max(0, Long.SIZE - UNIT_BITS - PAGE_BITS - 1 - Long.numberOfLeadingZeros(value));
    }

    private static long lowest(int page, int place) {
        return page == 0 ? (long) place << UNIT_BITS : (long) (place + PAGE) << page - 1 + UNIT_BITS;
    }

    private static long highest(int page, int place) {
        return lowest(page, place) + (1L << Math.max(0, page - 1) + UNIT_BITS) - 1;
    }

    void read(Reader reader) {
        for (int page = 0; page < pages.length; page++) {
            for (int place = 0; pages[page] != null && place < PAGE; place++) {
                if (pages[page][place] > 0) {
                    reader.counted(lowest(page, place), pages[page][place]);
                }
            }
        }
    }

    /** The largest value in the bucket of the value that so many percent do not exceed, as HdrHistogram finds it. */
    long atPercentile(double percent) {
        double less = Math.min(Math.max(Math.nextDown(percent), 0), 100);
        long wanted = Math.max(1, (long) Math.ceil(less * total / 100));
        long seen = 0;
        for (int page = 0; page < pages.length; page++) {
            for (int place = 0; pages[page] != null && place < PAGE; place++) {
                seen += pages[page][place];
                if (seen >= wanted) {
                    return highest(page, place);
                }
            }
        }
        throw new IllegalStateException("of " + total + " values none is the " + wanted + "th");
    }

    /** Forgets all, and keeps its room. */
    void clear() {
        for (long[] page : pages) {
            if (page != null) {
                Arrays.fill(page, 0);
            }
        }
        total = 0;
    }
}
