package dev.trapline.hardware;

/** Extents of a device that a cache holds and has not written: apart from each other, sorted by address. */
final class DirtyBytes {
    private final Extents extents = new Extents();
    private long bytes;
    private long next;
    private long lastEnd;
    private long takenBegin;
    private long takenEnd;

    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return extents.isEmpty();
    }

    /** Adds an extent, and makes one of all that it touches; the bytes of it that were there already. */
    long add(long address, long length) {
        long begin = address;
        long end = address + length;
        lastEnd = end;
        long before = bytes;
        int touched = extents.floor(end);
        while (touched != Extents.NONE && extents.end(touched) >= begin) {
            long touchedBegin = extents.begin(touched);
            begin = Math.min(begin, touchedBegin);
            end = Math.max(end, extents.end(touched));
            bytes -= extents.end(touched) - touchedBegin;
            extents.remove(touchedBegin);
            touched = extents.floor(end);
        }
        extents.add(begin, end);
        bytes += end - begin;
        return before + length - bytes;
    }

    boolean holds(long address, long length) {
        int extent = extents.floor(address);
        return extent != Extents.NONE && address + length <= extents.end(extent);
    }

    /**
     * Takes out what comes next, upwards from what was taken last and then from the start: at most to the next multiple of a
     * unit. What was added last and may be continued stays until its unit is whole, unless {@code all} is wanted.
     *
     * @return whether there is more than that; what was taken is from {@link #takenBegin} to {@link #takenEnd}
     */
    boolean take(long unitBytes, boolean all) {
        int extent = from(next);
        if (!all && mayGrow(extent, unitBytes)) {
            extent = from(extents.begin(extent) + 1);
            if (mayGrow(extent, unitBytes)) {
                return false;
            }
        }
        takenBegin = extents.begin(extent);
        takenEnd = end(extent, unitBytes);
        long extentEnd = extents.end(extent);
        extents.remove(takenBegin);
        if (takenEnd < extentEnd) {
            extents.add(takenEnd, extentEnd);
        }
        bytes -= takenEnd - takenBegin;
        next = takenEnd;
        return true;
    }

    long takenBegin() {
        return takenBegin;
    }

    long takenEnd() {
        return takenEnd;
    }

    private int from(long address) {
        int extent = extents.ceiling(address);
        return extent == Extents.NONE ? extents.ceiling(Long.MIN_VALUE) : extent;
    }

    private long end(int extent, long unitBytes) {
        return Math.min(extents.end(extent), (extents.begin(extent) / unitBytes + 1) * unitBytes);
    }

    private boolean mayGrow(int extent, long unitBytes) {
        long end = end(extent, unitBytes);
        return end == lastEnd && end % unitBytes != 0;
    }
}
