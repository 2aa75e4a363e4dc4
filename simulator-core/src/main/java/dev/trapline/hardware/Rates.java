package dev.trapline.hardware;

import dev.trapline.engine.Time;

/** How long bytes take at a rate. */
final class Rates {
    private Rates() {}

    /** Picoseconds for so many bytes at a rate of at least 1,000 bytes a second. */
    static long picos(long bytes, long bytesPerSecond) {
        return Math.multiplyExact(bytes, Time.PICOS_PER_SECOND / 1000) / (bytesPerSecond / 1000);
    }
}
