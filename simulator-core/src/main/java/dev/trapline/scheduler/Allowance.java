package dev.trapline.scheduler;

/**
 * The CPU time that a capped context may still use: it fills at the rate of the cap and empties while the context runs.
 * Once empty it has to fill to what the cap gives in one period before the context may go on, so that a context that
 * always wants more, and finds a core, runs for cap x period / (1 - cap), pauses for a period, and gets the cap
 * exactly. What comes in while the context waits for a core is kept, so that it gets its cap under contention too; what
 * would come in above one period's worth while it sleeps is lost.
 */
final class Allowance {
    private final double cap;
    private final long fullPicos;
    private long leftPicos;
    private long since;

    /** @param cap the part of one core; 1 or more limits nothing */
    Allowance(double cap, long periodPicos) {
        this.cap = cap;
        fullPicos = cap < 1 ? Math.max(1, (long) (cap * periodPicos)) : 0;
        leftPicos = fullPicos;
    }

    /** Accounts for the time since the last account, in which the context slept or paused. */
    void rested(long now) {
        ran(now, 0);
        leftPicos = Math.min(fullPicos, leftPicos);
    }

    /**
     * Accounts for the time since the last account, in which the context ran for so much and waited for a core
     * otherwise.
     */
    void ran(long now, long picos) {
        if (cap < 1) {
            leftPicos += (long) (cap * (now - since)) - picos;
            since = now;
        }
    }

    boolean isEmpty() {
        return cap < 1 && leftPicos <= 0;
    }

    /** How long it may run from now on until it is empty. */
    long runPicos() {
        return cap < 1 ? Math.max(1, (long) Math.ceil(leftPicos / (1 - cap))) : Long.MAX_VALUE;
    }

    /** How long it takes to fill. */
    long pausePicos() {
        return Math.max(1, (long) Math.ceil((fullPicos - leftPicos) / cap));
    }
}
