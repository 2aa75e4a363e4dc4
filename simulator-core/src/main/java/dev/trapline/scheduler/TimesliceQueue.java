package dev.trapline.scheduler;

import dev.trapline.work.Core;

/** One core's queue under the O(1) scheduler: the active threads by priority; who has used its slice waits for the rest. */
final class TimesliceQueue extends RunQueue<TimesliceThread> {
    /**
     * The numbers of the O(1) scheduler.
     *
     * @param sliceTicks the time slice of nice 0
     * @param pieceTicks after how many the most interactive threads let their equals go before them
     * @param mostSleepPicos how much sleep counts; also how long, for each thread, the expired may be kept waiting
     */
    record Rules(Ticks ticks, long sliceTicks, long pieceTicks, long mostSleepPicos) {}

    private static final long NONE = -1;

    private final Rules rules;
    private final PriorityArray active = new PriorityArray();
    private final PriorityArray expired = new PriorityArray();
    /** Since when somebody is expired. */
    private long expiredSince = NONE;
    private boolean yielding;

    TimesliceQueue(Core core, Rules rules) {
        super(core);
        this.rules = rules;
    }

    /** Ticks charge whoever runs when they come; this is done for all of them when a thread stops. */
    @Override
    void ran(TimesliceThread thread, long picos) {}

    @Override
    void placeAwake(TimesliceThread thread, long now) {
        if (thread.context.core() != null) {
            thread.wokeAfter(now - thread.stoppedAt());
        }
        active.addLast(thread);
    }

    @Override
    void sleeps(TimesliceThread thread, long now) {
        charge(thread, now);
        if (thread.ticksLeft() <= 0) {
            thread.newSlice();
        }
    }

    /** @return for how many ticks */
    private long charge(TimesliceThread thread, long now) {
        long ticks = rules.ticks().count(now) - rules.ticks().count(thread.startedAt());
        thread.ranFor(now - thread.startedAt());
        thread.charge(ticks);
        return ticks;
    }

    @Override
    void leaves(TimesliceThread thread) {
        (thread.isExpired() ? expired : active).remove(thread);
    }

    @Override
    void joins(TimesliceThread thread) {
        (thread.isExpired() ? expired : active).addLast(thread);
    }

    /** Those that will not run soon first. */
    @Override
    boolean movesBefore(TimesliceThread one, TimesliceThread other) {
        return one.isExpired() == other.isExpired() ? super.movesBefore(one, other) : one.isExpired();
    }

    @Override
    void putBack(TimesliceThread thread, long now) {
        long ticks = charge(thread, now);
        if (thread.ticksLeft() <= 0) {
            thread.newSlice();
            sliceUsed(thread, now);
        } else if (yielding) {
            expire(thread);
        } else if (ticks > 0 && thread.isAtEndOfPiece()) {
            active.addLast(thread);
        } else {
            active.addFirst(thread);
        }
        yielding = false;
    }

    @Override
    void yields(long now) {
        yielding = true;
    }

    private void sliceUsed(TimesliceThread thread, long now) {
        expiredSince = expiredSince == NONE ? now : expiredSince;
        if (thread.isInteractive() && !areExpiredStarving(now)) {
            active.addLast(thread);
        } else {
            expire(thread);
        }
    }

    private void expire(TimesliceThread thread) {
        thread.expires(true);
        expired.addLast(thread);
    }

    private boolean areExpiredStarving(long now) {
        return now - expiredSince > rules.mostSleepPicos() * (waiting().size() + 1);
    }

    @Override
    TimesliceThread choose(long now) {
        if (active.isEmpty()) {
            active.takeAll(expired);
            expiredSince = NONE;
        }
        TimesliceThread chosen = active.first();
        active.remove(chosen);
        return chosen;
    }

    @Override
    boolean preempts(TimesliceThread thread, long now) {
        return thread.priority() < running().priority();
    }

    @Override
    long sliceEnd(long now) {
        TimesliceThread thread = running();
        return rules.ticks().instant(rules.ticks().count(thread.startedAt()) + thread.ticksToEnd());
    }
}
