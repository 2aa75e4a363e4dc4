package dev.trapline.work;

/** One core's memory of how many requests had waited so far, from which it tells who waited while it did what. */
final class WaitMarks {
    private final Processors processors;
    private final long[] core;
    private final long[] forCore;
    private final long[] inQueue;
    private final long[] leftForCore;
    private final long[] leftInQueue;
    private long coreTotal;
    private boolean anybody;
    private long total;
    private long rest;

    WaitMarks(Processors processors) {
        this.processors = processors;
        int classes = processors.classes();
        core = new long[classes];
        forCore = new long[classes];
        inQueue = new long[classes];
        leftForCore = new long[classes];
        leftInQueue = new long[classes];
    }

    /** Piece of work of this length, done for or on top of {@code context}, is about to be accounted for. */
    void begin(Context context, long picos) {
        if (picos == 0) {
            // Nothing will be held that could be charged: who waited meanwhile is left for the next piece.
            anybody = false;
            return;
        }
        long now = processors.now();
        boolean anyInQueue = context != null && context.anyWaitedSinceAsked(now);
        anybody = processors.waitingForCore().total(now) != coreTotal || anyInQueue;
        if (anybody) {
            mark(context, picos, now);
        }
    }

    private void mark(Context context, long picos, long now) {
        total = picos;
        rest = picos;
        anybody = false;
        coreTotal = processors.waitingForCore().total(now);
        for (int i = 0; i < core.length; i++) {
            long integral = processors.waitingForCore().integral(i, now);
            forCore[i] = leftForCore[i] = integral - core[i];
            core[i] = integral;
            inQueue[i] = leftInQueue[i] = context == null ? 0 : context.waitedSinceAsked(i, now);
            anybody |= forCore[i] > 0 || inQueue[i] > 0;
        }
    }

    /** Whether anybody waited whom the piece of work at hand held up. */
    boolean hasAnybody() {
        return anybody;
    }

    void held(int slot, long picos) {
        if (!anybody) {
            return;
        }
        rest -= picos;
        for (int i = 0; i < core.length; i++) {
            long pool = rest == 0 ? leftForCore[i] : share(forCore[i], picos);
            long queue = rest == 0 ? leftInQueue[i] : share(inQueue[i], picos);
            leftForCore[i] -= pool;
            leftInQueue[i] -= queue;
            processors.occupancy().heldCore(i, slot, pool);
            processors.occupancy().heldContext(i, slot, queue);
        }
    }

    /** The core was idle until now. */
    void idled(long now) {
        if (processors.waitingForCore().total(now) == coreTotal) {
            return;
        }
        coreTotal = processors.waitingForCore().total(now);
        for (int i = 0; i < core.length; i++) {
            long integral = processors.waitingForCore().integral(i, now);
            processors.occupancy().heldCore(i, processors.idleSlot(), integral - core[i]);
            core[i] = integral;
        }
    }

    void idleFrom(long now) {
        coreTotal = processors.waitingForCore().total(now);
        for (int i = 0; i < core.length; i++) {
            core[i] = processors.waitingForCore().integral(i, now);
        }
    }

    private long share(long amount, long picos) {
        return amount == 0 ? 0 : (long) ((double) amount * picos / total);
    }
}
