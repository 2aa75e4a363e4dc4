package dev.trapline.measure;

import java.util.OptionalLong;

/**
 * Looks for the largest whole number at which something holds, that holds at all smaller ones as well, from one near by: in steps
 * that double until the limit is bracketed, then it halves what is between.
 */
public final class NearbySearch {
    private final long least;
    private final long most;
    private final long first;
    private long kept;
    private long broken;
    private long step = 1;
    private boolean begun;

    /**
     * Between two numbers, both included.
     *
     * @param near where it begins; one outside is taken for the end next to it
     */
    public NearbySearch(long least, long most, long near) {
        if (most < least) {
            throw new IllegalArgumentException("a limit lies between two numbers in order, got " + least + " and " + most);
        }
        this.least = least;
        this.most = most;
        first = StrictMath.max(least, StrictMath.min(most, near));
        kept = least - 1;
        broken = most + 1;
    }

    /** The number to be looked at next; empty if the limit is known. */
    public OptionalLong next() {
        if (broken - kept == 1) {
            return OptionalLong.empty();
        }
        if (!begun) {
            return OptionalLong.of(first);
        }
        if (broken > most) {
            return OptionalLong.of(StrictMath.min(most, kept + step));
        }
        return OptionalLong.of(kept < least ? StrictMath.max(least, broken - step) : kept + (broken - kept) / 2);
    }

    /** Enters what was found at the number that {@link #next} gave. */
    public void found(boolean holds) {
        long at = next().orElseThrow();
        step = begun ? 2 * step : step;
        begun = true;
        kept = holds ? at : kept;
        broken = holds ? broken : at;
    }

    /** The largest number at which it holds; the one before the least if there is none. */
    public long value() {
        return kept;
    }
}
