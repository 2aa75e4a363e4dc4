package dev.trapline.hardware;

import java.util.Map;
import java.util.TreeMap;

/** Extents of a device that a cache holds and has not written: apart from each other, sorted by address. */
final class DirtyBytes {
    /** Some of them, on their way to the device. */
    record Chunk(long begin, long end) {
        long bytes() {
            return end - begin;
        }

        boolean holds(long address, long bytes) {
            return begin <= address && address + bytes <= end;
        }
    }

    private final TreeMap<Long, Long> ends = new TreeMap<>();
    private long bytes;
    private long next;
    private long lastEnd;

    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return ends.isEmpty();
    }

    /** Adds an extent, and makes one of all that it touches; the bytes of it that were there already. */
    long add(long address, long length) {
        long begin = address;
        long end = address + length;
        lastEnd = end;
        long before = bytes;
        Map.Entry<Long, Long> touched = ends.floorEntry(end);
        while (touched != null && touched.getValue() >= begin) {
            begin = Math.min(begin, touched.getKey());
            end = Math.max(end, touched.getValue());
            bytes -= touched.getValue() - touched.getKey();
            ends.remove(touched.getKey());
            touched = ends.floorEntry(end);
        }
        ends.put(begin, end);
        bytes += end - begin;
        return before + length - bytes;
    }

    boolean holds(long address, long length) {
        Map.Entry<Long, Long> extent = ends.floorEntry(address);
        return extent != null && address + length <= extent.getValue();
    }

    /**
     * Takes out what comes next, upwards from what was taken last and then from the start: at most to the next multiple of a
     * unit. What was added last and may be continued stays until its unit is whole, unless {@code all} is wanted.
     *
     * @return null if there is no more than that
     */
    Chunk take(long unitBytes, boolean all) {
        Map.Entry<Long, Long> extent = from(next);
        if (!all && mayGrow(extent, unitBytes)) {
            extent = from(extent.getKey() + 1);
            if (mayGrow(extent, unitBytes)) {
                return null;
            }
        }
        long begin = extent.getKey();
        long end = end(extent, unitBytes);
        ends.remove(begin);
        if (end < extent.getValue()) {
            ends.put(end, extent.getValue());
        }
        bytes -= end - begin;
        next = end;
        return new Chunk(begin, end);
    }

    private Map.Entry<Long, Long> from(long address) {
        Map.Entry<Long, Long> extent = ends.ceilingEntry(address);
        return extent == null ? ends.firstEntry() : extent;
    }

    private static long end(Map.Entry<Long, Long> extent, long unitBytes) {
        return Math.min(extent.getValue(), (extent.getKey() / unitBytes + 1) * unitBytes);
    }

    private boolean mayGrow(Map.Entry<Long, Long> extent, long unitBytes) {
        long end = end(extent, unitBytes);
        return end == lastEnd && end % unitBytes != 0;
    }
}
