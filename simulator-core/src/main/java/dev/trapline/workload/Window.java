package dev.trapline.workload;

/**
 * The window of a connection: fixed, or autotuned. Autotuned it doubles whenever so much went through within a round trip as it
 * holds, up to the size of the socket buffers (as the dynamic right-sizing of receivers does, Fisk and Feng 2001).
 */
final class Window {
    private final long mostBytes;
    private long bytes;
    private long through;

    Window(StreamWorkload.Terms terms) {
        mostBytes = terms.bufferBytes();
        bytes = terms.firstWindowBytes();
    }

    long bytes() {
        return bytes;
    }

    /** So much more went through; {@code full}: whoever sends is held back by the window. */
    void passed(long more, boolean full) {
        if (bytes == mostBytes) {
            return;
        }
        through = full ? through + more : 0;
        if (through >= bytes) {
            bytes = Math.min(mostBytes, 2 * bytes);
            through = 0;
        }
    }
}
