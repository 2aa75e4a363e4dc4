package dev.trapline.scheduler;

/**
 * The CPU time that a capped context may still use: it fills at the rate of the cap, up to what the cap gives in one
 * period, and empties while the context runs. Once empty it has to fill again before the context may go on, so that a
 * context that always wants more runs for cap x period / (1 - cap), pauses for a period, and gets the cap exactly.
 */
final class Allowance {
    private final double cap;
    private final long fullPicos;
    private long leftPicos;
    private long since;

    /** @param cap the part of one core, above 0 and below 1 */
    Allowance(double cap, long periodPicos) {
        if (!(cap > 0 && cap < 1)) {
            throw new IllegalArgumentException("an allowance is above 0 and below 1 core, got " + cap);
        }
        this.cap = cap;
        fullPicos = Math.max(1, (long) (cap * periodPicos));
        leftPicos = fullPicos;
    }

    /** Accounts for the time since this was called last, of which the context ran so much. */
    void pass(long now, long ranPicos) {
        long earned = (long) (cap * (now - since));
        leftPicos = Math.min(fullPicos, leftPicos + earned - ranPicos);
        since = now;
    }

    boolean isEmpty() {
        return leftPicos <= 0;
    }

    /** How long it may run from now on until it is empty. */
    long runPicos() {
        return Math.max(1, (long) Math.ceil(leftPicos / (1 - cap)));
    }

    /** How long it takes to fill. */
    long pausePicos() {
        return Math.max(1, (long) Math.ceil((fullPicos - leftPicos) / cap));
    }
}
