package dev.trapline.memory;

import dev.trapline.declare.Values;

/**
 * How short free memory is: it enters a state below that state's threshold, and leaves it for the better only at the
 * threshold of the next (Waldspurger 2002, section 6.3). High: nothing is reclaimed. Soft: balloons. Hard: swapping. Low:
 * and who has too much gets nothing.
 */
final class FreeStates {
    /** From plenty to none. */
    enum State {
        HIGH,
        SOFT,
        HARD,
        LOW
    }

    private final int[] thresholds;
    private State state = State.HIGH;

    /** @param thresholds frames of high, soft, hard and low */
    FreeStates(int... thresholds) {
        this.thresholds = thresholds;
    }

    static FreeStates of(Values values, int frames) {
        return new FreeStates(
                (int) (values.number("high") * frames),
                (int) (values.number("soft") * frames),
                (int) (values.number("hard") * frames),
                (int) (values.number("low") * frames));
    }

    /** So many frames are free; true if that is a worse state than before. */
    boolean changed(int free) {
        State before = state;
        while (state != State.LOW && free < thresholds[state.ordinal() + 1]) {
            state = State.values()[state.ordinal() + 1];
        }
        while (state != State.HIGH && free >= thresholds[state.ordinal() - 1]) {
            state = State.values()[state.ordinal() - 1];
        }
        return state.compareTo(before) > 0;
    }

    State state() {
        return state;
    }

    int highFrames() {
        return thresholds[State.HIGH.ordinal()];
    }

    int softFrames() {
        return thresholds[State.SOFT.ordinal()];
    }

    /** Whether anything has to be reclaimed. */
    boolean isShort() {
        return state != State.HIGH;
    }

    /** Whether pages are swapped to gain free memory. */
    boolean pages() {
        return state.compareTo(State.HARD) >= 0;
    }

    /** Whether guests that have too much must wait. */
    boolean blocks() {
        return state == State.LOW;
    }
}
