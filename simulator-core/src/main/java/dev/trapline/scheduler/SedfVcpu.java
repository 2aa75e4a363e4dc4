package dev.trapline.scheduler;

import dev.trapline.work.Context;

/**
 * One vCPU under SEDF: its slice in each period, if it has one, and its turn in extra time. Each period ends with its
 * deadline.
 */
final class SedfVcpu {
    private static final int SCORE_OF_A_WHOLE_CORE = 1 << 10;

    final Context context;
    final int core;
    private final long periodPicos;
    private final long slicePicos;
    private final long fullScore;
    private long deadline;
    private long usedPicos;
    /** What of its slice it lost by a short sleep and may make up for in extra time. */
    private long lostPicos;
    private long score;
    private long startedAt;
    private boolean inExtraTime;

    /** @param extraScore how far one quantum of extra time takes it, if it has no slice */
    SedfVcpu(Context context, int core, long periodPicos, long slicePicos, long extraScore) {
        this.context = context;
        this.core = core;
        this.periodPicos = periodPicos;
        this.slicePicos = slicePicos;
        fullScore = slicePicos > 0 ? SCORE_OF_A_WHOLE_CORE * periodPicos / slicePicos : extraScore;
        score = fullScore;
    }

    long deadline() {
        return deadline;
    }

    /** When its current period begins; in the future if it has used up its slice. */
    long periodBegin() {
        return deadline - periodPicos;
    }

    long sliceLeft() {
        return slicePicos - usedPicos;
    }

    boolean runsInExtraTime() {
        return inExtraTime;
    }

    boolean hasLost() {
        return lostPicos > 0;
    }

    /** How urgent it is to make up for what it lost: the more, the less. */
    long lossScore() {
        return SCORE_OF_A_WHOLE_CORE * periodPicos / lostPicos;
    }

    long score() {
        return score;
    }

    /** Someone else had a quantum of extra time. */
    void advance(long by) {
        score -= by;
    }

    void wakes(long now) {
        if (now < periodBegin()) {
            return;
        }
        if (now < deadline) {
            lostPicos = Math.max(0, sliceLeft());
            deadline += periodPicos;
        } else {
            deadline = now + periodPicos;
        }
        usedPicos = 0;
    }

    /** Its period has begun: leaves it behind if there is no slice in it, or if its deadline has passed. */
    void keepUp(long now) {
        boolean passes = slicePicos == 0 ? periodBegin() <= now : deadline < now;
        if (passes) {
            long behind = slicePicos == 0 ? now - periodBegin() : now - deadline;
            deadline += Math.max(1, (behind + periodPicos - 1) / periodPicos) * periodPicos;
            usedPicos = 0;
        }
    }

    boolean mayUseItsSlice(long now) {
        return slicePicos > 0 && periodBegin() <= now;
    }

    void starts(long now, boolean extraTime) {
        startedAt = now;
        inExtraTime = extraTime;
    }

    /** It ran in its slice; if that is used up the next period is its own. */
    void stopsInSlice(long now) {
        usedPicos += now - startedAt;
        if (usedPicos >= slicePicos) {
            usedPicos -= slicePicos;
            deadline += periodPicos;
        }
    }

    /** It had a quantum, or a part of one, because of what it lost. */
    void madeUp(long quantumPicos) {
        lostPicos = Math.max(0, lostPicos - quantumPicos);
    }

    /** It had its turn in extra time. @return how far that took the others */
    long endTurn() {
        long had = score;
        score = fullScore;
        return had;
    }
}
