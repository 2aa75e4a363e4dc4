package dev.trapline.scheduler;

import dev.trapline.work.Context;

/** A context under proportional share: how far it is in virtual time, in its reservation, and in its cap. */
final class Competitor {
    final Context context;
    private final double weight;
    private final double reserve;
    private final Allowance allowance;
    private long virtualPicos;
    /** Until when its reservation is used up by what it ran. */
    private long reservedUntil;
    private long startedAt;
    private long sliceLeft;
    private boolean yields;

    Competitor(Context context, Allowance allowance) {
        this.context = context;
        this.weight = context.share().weight();
        this.reserve = context.share().reserve();
        this.allowance = allowance;
    }

    long virtualPicos() {
        return virtualPicos;
    }

    /** Its virtual time if what it has run since it was started counts already. */
    long virtualPicos(long now) {
        return virtualPicos + (long) ((now - startedAt) / weight);
    }

    /** From when it has got less than its reservation if it does not run; {@link Long#MAX_VALUE}: it has none. */
    long owedFrom() {
        return reserve > 0 ? reservedUntil : Long.MAX_VALUE;
    }

    /** Whether it got less than its reservation so far. */
    boolean isOwed(long now) {
        return reserve > 0 && reservedUntil <= now;
    }

    /** Whether, running, it loses its core to one that woke: that is owed and it is not, or it is further by a threshold. */
    boolean givesWayTo(Competitor woken, long now, long thresholdPicos) {
        if (woken.isOwed(now) != isOwed(now)) {
            return woken.isOwed(now);
        }
        return virtualPicos(now) - woken.virtualPicos() > thresholdPicos;
    }

    /** It was blocked or paused: what it could have had in that time is lost but for a bound. */
    void returns(long now, long leastVirtualPicos) {
        catchUp(leastVirtualPicos);
        reservedUntil = Math.max(reservedUntil, now);
        allowance.rested(now);
    }

    void catchUp(long leastVirtualPicos) {
        virtualPicos = Math.max(virtualPicos, leastVirtualPicos);
    }

    void starts(long now) {
        startedAt = now;
        allowance.ran(now, 0);
    }

    void stops(long now) {
        long ran = now - startedAt;
        sliceLeft -= ran;
        virtualPicos = virtualPicos(now);
        if (reserve > 0) {
            reservedUntil += (long) (ran / reserve);
        }
        allowance.ran(now, ran);
    }

    /** It lets its core go to others at the decision that comes. */
    void yields(boolean now) {
        yields = now;
    }

    boolean yields() {
        return yields;
    }

    boolean isExhausted() {
        return allowance.isEmpty();
    }

    long pausePicos() {
        return allowance.pausePicos();
    }

    void newSlice(long quantumPicos) {
        sliceLeft = quantumPicos;
    }

    /** What is left of its slice. */
    long sliceLeft() {
        return sliceLeft;
    }

    /** How long it may run from now on: the rest of its slice, or less if its cap demands it. */
    long runPicos() {
        return Math.min(sliceLeft, allowance.runPicos());
    }
}
