package dev.trapline.scheduler;

/**
 * What Linux's bandwidth control leaves to a context: each period it gets its quota, cap x period, and what it did not
 * use of the last one is lost; what it ran beyond it, because that is noticed at a tick, it owes.
 */
final class Quota {
    private final long periodPicos;
    private final long quotaPicos;
    private final boolean limits;
    private long leftPicos;
    private long period;

    /** @param cap the part of one core; 1 or more limits nothing */
    Quota(double cap, long periodPicos) {
        this.periodPicos = periodPicos;
        limits = cap < 1;
        quotaPicos = limits ? Math.max(1, (long) (cap * periodPicos)) : 0;
        leftPicos = quotaPicos;
    }

    static Quota none() {
        return new Quota(1, 1);
    }

    boolean isUsedUp(long now) {
        refill(now);
        return limits && leftPicos <= 0;
    }

    /** It ran all the time from one instant to another. */
    void ran(long from, long to) {
        if (!limits) {
            return;
        }
        refill(from);
        long at = from;
        for (long end = periodEnd(); end <= to; end = periodEnd()) {
            leftPicos -= end - at;
            at = end;
            refill(end);
        }
        leftPicos -= to - at;
    }

    /** How long it may run from now on, over the next refill if it comes in time. */
    long runPicos(long now) {
        if (!limits) {
            return Long.MAX_VALUE;
        }
        refill(now);
        long untilRefill = periodEnd() - now;
        return leftPicos <= untilRefill ? leftPicos : untilRefill + Math.min(quotaPicos, leftPicos - untilRefill + quotaPicos);
    }

    /** When it has something again. */
    long refilledAt(long now) {
        refill(now);
        long refills = leftPicos > 0 ? 0 : -leftPicos / quotaPicos + 1;
        return refills == 0 ? now : (period + refills) * periodPicos;
    }

    private long periodEnd() {
        return (period + 1) * periodPicos;
    }

    private void refill(long now) {
        long current = now / periodPicos;
        if (limits && current > period) {
            leftPicos = Math.min(quotaPicos, leftPicos + (current - period) * quotaPicos);
            period = current;
        }
    }
}
