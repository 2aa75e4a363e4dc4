package dev.trapline.scheduler;

import dev.trapline.work.Context;

/** A thread under CFS or EEVDF: how far it is in virtual time, in which a thread of weight 1 moves with the clock. */
final class FairThread extends LinuxThread {
    /** Its place in the virtual time of the queue that it is in. */
    long virtualPicos;
    /** EEVDF: when, in virtual time, it should have had its slice. */
    long deadline;
    /** How far it was behind its queue when it left it. */
    long lagPicos;

    private FairThread(Context context, Quota quota) {
        super(context, context.share().weight(), quota);
    }

    static FairThread of(Context context, long quotaPeriodPicos) {
        return new FairThread(context, new Quota(context.share().cap(), quotaPeriodPicos));
    }

    /** So much time as virtual time of this thread. */
    long virtual(long picos) {
        return picos * NEUTRAL_LOAD / load();
    }

    /** So much of its virtual time as time, rounded up. */
    long real(long virtual) {
        return (virtual * load() + NEUTRAL_LOAD - 1) / NEUTRAL_LOAD;
    }

    void ran(long picos) {
        virtualPicos += virtual(picos);
    }
}
