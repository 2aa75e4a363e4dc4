package dev.trapline.work;

import dev.trapline.measure.LatencyHistogram;

/**
 * How long contexts waited for a core, each time they got one, by owner. A context that its scheduler queues and chooses
 * again in the same instant has not waited; one that wakes and finds an idle core has waited for nothing.
 */
public final class ReadyWaits {
    private final LatencyHistogram[] waits;

    ReadyWaits(int owners) {
        waits = new LatencyHistogram[owners];
        for (int i = 0; i < owners; i++) {
            waits[i] = LatencyHistogram.of("ready waits of owner " + i);
        }
    }

    void record(int owner, long picos) {
        waits[owner].record(picos);
    }

    public LatencyHistogram of(int owner) {
        return waits[owner];
    }

    /** Forgets everything, at the end of the warm-up. */
    public void reset() {
        for (LatencyHistogram wait : waits) {
            wait.reset();
        }
    }
}
