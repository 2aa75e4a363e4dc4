package dev.trapline.scheduler;

import dev.trapline.work.Context;

/**
 * A context as a thread of a Windows host: its priority of the moment, what is left of its turn, and its CPU control.
 */
final class WindowsThread {
    final Context context;
    private final int basePriority;
    private final double reserve;
    private final Allowance allowance;
    private long turnPicos;
    private long unitPicos;
    private int priority;
    private boolean guarded;
    private long leftPicos;
    private long readySince;
    private long startedAt;
    private long reservedUntil;

    WindowsThread(Context context, int basePriority, Allowance allowance) {
        this.context = context;
        this.basePriority = basePriority;
        this.reserve = context.share().reserve();
        this.allowance = allowance;
        priority = basePriority;
    }

    /** How long its turns are, and a unit of them, which a wait costs; it begins a new one. */
    void turn(long picos, long unit) {
        turnPicos = picos;
        unitPicos = unit;
        leftPicos = picos;
    }

    int priority() {
        return priority;
    }

    long readySince() {
        return readySince;
    }

    boolean isOwed(long now) {
        return reserve > 0 && reservedUntil <= now;
    }

    boolean isExhausted() {
        return allowance.isEmpty();
    }

    long pausePicos() {
        return allowance.pausePicos();
    }

    long runPicos() {
        return Math.min(leftPicos, allowance.runPicos());
    }

    /**
     * A wait has ended: it is boosted, and the wait costs it one unit of its turn; a new thread begins without either.
     */
    void wakes(long now, int boost) {
        if (context.core() != null) {
            priority = Math.max(priority, Math.min(WindowsScheduler.HIGHEST_DYNAMIC, basePriority + boost));
            leftPicos -= unitPicos;
            if (leftPicos <= 0) {
                endTurn();
            }
        }
        returns(now);
    }

    /** It wants to run again, after a wait or a pause. */
    void returns(long now) {
        reservedUntil = Math.max(reservedUntil, now);
        allowance.rested(now);
    }

    void queues(long now) {
        readySince = now;
    }

    void starts(long now) {
        startedAt = now;
        allowance.ran(now, 0);
    }

    /** @return whether its turn has ended, so that it goes behind its equals */
    boolean stops(long now) {
        long ran = now - startedAt;
        leftPicos -= ran;
        if (reserve > 0) {
            reservedUntil += (long) (ran / reserve);
        }
        allowance.ran(now, ran);
        if (leftPicos > 0) {
            return false;
        }
        endTurn();
        return true;
    }

    /** It waited too long: for the length of so many turns, in one, it has the highest dynamic priority. */
    void guard(int turns) {
        priority = WindowsScheduler.HIGHEST_DYNAMIC;
        guarded = true;
        leftPicos = turns * turnPicos;
    }

    private void endTurn() {
        leftPicos = turnPicos;
        if (guarded) {
            guarded = false;
            priority = basePriority;
        } else if (priority > basePriority) {
            priority--;
        }
    }
}
