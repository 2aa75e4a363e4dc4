package dev.trapline.hardware;

/**
 * How a device holds its interrupts back.
 *
 * @param gapPicos the least time between two interrupts
 * @param received for what has come
 * @param sent for what has been done: a packet that left
 */
public record Moderation(long gapPicos, Delay received, Delay sent) {
    /** Each event that finds no interrupt pending raises one. */
    public static final Moderation NONE = new Moderation(0, Delay.NONE, Delay.NONE);

    /** Whether an interrupt that is held back comes at an instant that nothing changes that happens until then. */
    boolean isByRateAlone() {
        return received.equals(Delay.NONE) && sent.equals(Delay.NONE);
    }

    /**
     * Delays after events.
     *
     * @param afterLastPicos the interrupt comes so long after the last event: each further one puts it off
     * @param atMostPicos and so long after the first one at the latest
     */
    public record Delay(long afterLastPicos, long atMostPicos) {
        public static final Delay NONE = new Delay(0, 0);

        public Delay {
            if (afterLastPicos < 0 || atMostPicos < afterLastPicos) {
                throw new IllegalArgumentException("the delay after the last event, " + afterLastPicos
                        + " ps, is at most that after the first one, " + atMostPicos + " ps");
            }
        }
    }
}
