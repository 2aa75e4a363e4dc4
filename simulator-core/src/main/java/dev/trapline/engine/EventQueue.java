package dev.trapline.engine;

/**
 * The armed timers of one simulation, by their numbers, the next one first.
 *
 * <p><b>Contract.</b> The order is total: the earlier instant goes first; at equal instants the earlier {@link Phase};
 * in equal phases the one that was added first. A timer that was removed and added again counts as added anew. Nothing
 * else, neither capacity nor history, has any influence, so that another structure that keeps this contract gives the
 * same run. There are two: a {@link Tournament} of all timers while these are few, which is the faster one then, and a
 * {@link LadderQueue}, of which the time for an event does not grow with their number.
 */
abstract class EventQueue {
    /** Phase and order of adding share one long: the phase in the bits from here on, a count of additions below. */
    static final int ADDITION_BITS = 61;

    /** Returns the number of armed timers. */
    abstract int size();

    final boolean isEmpty() {
        return size() == 0;
    }

    /** Makes room for timers up to this number. */
    abstract void grow(int timers);

    abstract boolean contains(int timer);

    /** Adds a timer that is not in this queue. */
    abstract void add(int timer, Phase phase, long instant);

    /** Removes a timer that is in this queue. */
    abstract void remove(int timer);

    /** Returns the instant of the first timer; the queue must not be empty. */
    abstract long firstInstant();

    /** Removes the first timer and returns its number; {@link #firstInstant} must have been called since the last change. */
    abstract int removeFirst();
}
