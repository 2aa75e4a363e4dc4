package dev.trapline.spec;

/**
 * How a context competes for cores, in neutral terms that each scheduler maps to its own.
 *
 * @param weight relative to 1, the default
 * @param reserve the part of one core that it is promised, 0 to 1
 * @param cap the part of one core that it may have at the most; 1 or more means none
 */
public record Share(double weight, double reserve, double cap) {
    /** No more and no less than every other. */
    public static final Share NEUTRAL = new Share(1, 0, Double.POSITIVE_INFINITY);

    public Share {
        if (!(weight > 0) || !(reserve >= 0) || !(cap > 0)) {
            throw new IllegalArgumentException("a share needs a positive weight and cap, got " + weight + ", " + cap);
        }
    }

    public boolean isCapped() {
        return cap < 1e9;
    }
}
