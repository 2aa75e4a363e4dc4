package dev.trapline.measure;

/**
 * How often something undecided is looked at: after the first replications, and after twice as many each time, up to the most.
 *
 * @param first replications of the first look
 * @param most of the last, unless the first are more
 */
public record Looks(int first, int most) {
    public Looks {
        if (first < 1 || most < 1) {
            throw new IllegalArgumentException("A look needs a replication, got " + first + " and " + most + ".");
        }
    }

    /** How many replications there are at the look after one with so many (0: at the first); so many if that was the last. */
    public int after(int made) {
        return made == 0 ? first : StrictMath.max(made, StrictMath.min(most, 2 * made));
    }

    /** How many looks there are at the most. */
    public int count() {
        int count = 1;
        for (int made = first; after(made) > made; made = after(made)) {
            count++;
        }
        return count;
    }
}
