package dev.trapline.hardware;

import dev.trapline.engine.Time;

/**
 * One direction of a network, or both where they share it: frames one after the other at the rate of the wire. When a frame will
 * have left is known as soon as it is sent, so that nothing has to happen at that instant.
 */
public final class Wire {
    private long freeAt;
    private long takenPicos;
    private long lastSent;

    /**
     * A frame that takes so long is sent at this instant, which is none before that of the last one.
     *
     * @return when its last bit will have left
     * @throws IllegalStateException if it is sent before the last one
     */
    public long send(long now, long picos) {
        if (now < lastSent) {
            throw new IllegalStateException("a frame of " + Time.format(now) + " after one of " + Time.format(lastSent));
        }
        lastSent = now;
        freeAt = leaves(now, picos);
        takenPicos += picos;
        return freeAt;
    }

    /** When the last bit would have left of a frame that is sent at this instant, if nothing is sent before. */
    public long leaves(long now, long picos) {
        return Math.addExact(Math.max(now, freeAt), picos);
    }

    /** The time that it was busy until now: what lies ahead of now is without a gap. */
    public long busyPicos(long now) {
        return takenPicos - Math.max(0, freeAt - now);
    }
}
