package dev.trapline.measure;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Looks for the largest whole number at which something holds, that is supposed to hold at all smaller ones as well. It begins at
 * the geometric middle and goes up or down by factors of four until the limit is bracketed, then halves what is between.
 *
 * <p>What could not be decided at a number is taken for what it seems to be, so that the search goes on; afterwards it goes on
 * around such numbers, until to either side of them something decided is known. The limit lies between the largest number at
 * which it surely holds and the smallest at which it is surely broken.
 */
public final class LimitSearch {

    /** What was found at one number. */
    public enum Finding {
        HOLDS("holds"),
        SEEMS_TO_HOLD("undecided"),
        SEEMS_BROKEN("undecided"),
        BROKEN("broken");

        private final String words;

        Finding(String words) {
            this.words = words;
        }

        /** As reports print it. */
        public String words() {
            return words;
        }

        public boolean isDecided() {
            return this == HOLDS || this == BROKEN;
        }

        /** Whether it holds, or seems to. */
        public boolean isKept() {
            return this == HOLDS || this == SEEMS_TO_HOLD;
        }
    }

    private static final long FACTOR = 4;

    private final long least;
    private final long most;
    private final TreeMap<Long, Finding> findings = new TreeMap<>();

    /** Between two numbers, both included. */
    public LimitSearch(long least, long most) {
        if (least < 0 || most < least) {
            throw new IllegalArgumentException("a limit lies between two numbers in order, got " + least + " and " + most);
        }
        this.least = least;
        this.most = most;
    }

    /** Enters what was found at the number that {@link #next} gave. */
    public void found(long at, Finding finding) {
        if (at < least || at > most || findings.putIfAbsent(at, finding) != null) {
            throw new IllegalStateException(
                    "A finding at " + at + " is outside of " + least + " to " + most + ", or there was one.");
        }
    }

    /** The number to be looked at next; empty if the limit is known as well as it can be. */
    public OptionalLong next() {
        long kept = kept();
        long broken = broken();
        if (broken - kept > 1) {
            return OptionalLong.of(between(kept, broken));
        }
        long sure = low();
        Long above = findings.higherKey(sure);
        if (above != null && above - sure > 1) {
            return OptionalLong.of(middle(sure, above));
        }
        long firm = high() + 1;
        Long below = findings.lowerKey(firm);
        if (below != null && firm - below > 1) {
            return OptionalLong.of(firm > most ? above(below) : middle(below, firm));
        }
        return OptionalLong.empty();
    }

    /** What to look at between what is kept (or the number before the first) and what is broken (or the one after the last). */
    private long between(long kept, long broken) {
        if (findings.isEmpty()) {
            return StrictMath.max(least, (long) StrictMath.sqrt((double) least * most));
        } else if (kept < least) {
            return StrictMath.max(least, broken / FACTOR);
        }
        return broken > most ? above(kept) : middle(kept, broken);
    }

    private long above(long from) {
        return StrictMath.min(most, StrictMath.max(from + 1, FACTOR * from));
    }

    private static long middle(long low, long high) {
        return low + (high - low) / 2;
    }

    /** The smallest number at which it is or seems broken, or the one after the last. */
    private long broken() {
        for (Map.Entry<Long, Finding> each : findings.entrySet()) {
            if (!each.getValue().isKept()) {
                return each.getKey();
            }
        }
        return most + 1;
    }

    /** The largest number below that at which it holds or seems to, or the one before the first. */
    private long kept() {
        Long below = findings.lowerKey(broken());
        return below == null ? least - 1 : below;
    }

    /** The largest number at which it surely holds; the one before the least if there is none. */
    public long low() {
        long broken = broken();
        long low = least - 1;
        for (Map.Entry<Long, Finding> each : findings.entrySet()) {
            if (each.getValue() == Finding.HOLDS && each.getKey() < broken) {
                low = each.getKey();
            }
        }
        return low;
    }

    /** The number before the smallest at which it is surely broken; the last if there is none. */
    public long high() {
        for (Map.Entry<Long, Finding> each : findings.entrySet()) {
            if (each.getValue() == Finding.BROKEN) {
                return each.getKey() - 1;
            }
        }
        return most;
    }

    /** The limit, undecided numbers taken for what they seem; the one before the least if nothing holds. */
    public long value() {
        return StrictMath.max(low(), StrictMath.min(high(), kept()));
    }

    /** How many numbers a search visits at the most that decides all: the steps that bracket, and one for each halving. */
    public static int mostVisits(long least, long most) {
        int halvings = 64 - Long.numberOfLeadingZeros(most - least + 1);
        return 1 + halvings + (halvings + 1) / 2;
    }

    /**
     * The confidence of the interval by which a decision is made, so that all decisions of a search together are right with the
     * asked one: the error is shared by visits, looks and constraints (Bonferroni). A number is either kept, so that only one end
     * of each interval can mislead, or broken, so that one interval must; hence two-sided intervals of twice the error.
     *
     * @param confidence of the interval on the limit
     * @param visits to numbers, at the most
     * @param looks how often a number is looked at, at the most, with more replications each time
     * @param constraints how many of them must hold
     */
    public static double decisive(double confidence, int visits, int looks, int constraints) {
        return 1 - 2 * (1 - confidence) / ((double) visits * looks * constraints);
    }
}
