package dev.trapline.work;

/** How many requests of each class wait in a context: for its core while it has none, for their turn while it runs. */
final class Waiters {
    private final Processors processors;
    private final WaitCount waiters;
    private final WaitCount queued;
    private final long[] queuedMarks;
    private long totalMark;

    Waiters(Processors processors) {
        this.processors = processors;
        waiters = new WaitCount(processors.classes());
        queued = new WaitCount(processors.classes());
        queuedMarks = new long[processors.classes()];
    }

    long count(int waiting) {
        return waiters.count(waiting);
    }

    /** One more or one less in a context of this state; {@code held}: it is stalled. */
    void add(int waiting, int change, Context.State state, boolean held, long now) {
        waiters.add(waiting, change, now);
        if (state == Context.State.READY) {
            processors.waitingForCore().add(waiting, change, now);
        } else if (state == Context.State.RUNNING || held) {
            queued.add(waiting, change, now);
        }
    }

    /** The context enters ({@code times} 1) or leaves (-1) a state, and all that wait in it do. */
    void enter(Context.State state, int times, long now) {
        if (state == Context.State.READY) {
            processors.waitingForCore().addAll(waiters, times, now);
        } else if (state == Context.State.RUNNING) {
            queued.addAll(waiters, times, now);
        }
    }

    /** The context is stalled: they wait for what it waits for. */
    void hold(long now) {
        queued.addAll(waiters, 1, now);
    }

    /** What it was stalled for, which {@code slot} names, has come. */
    void letGo(int slot, long now) {
        queued.addAll(waiters, -1, now);
        for (int i = 0; i < queuedMarks.length; i++) {
            processors.occupancy().heldContext(i, slot, sinceAsked(i, now));
        }
    }

    /** Whether any request waited for its turn since this was asked last. */
    boolean anySinceAsked(long now) {
        long total = queued.total(now);
        boolean any = total != totalMark;
        totalMark = total;
        return any;
    }

    /** Request-picoseconds that requests of a class waited for their turn since this was asked last. */
    long sinceAsked(int waiting, long now) {
        long integral = queued.integral(waiting, now);
        long passed = integral - queuedMarks[waiting];
        queuedMarks[waiting] = integral;
        return passed;
    }
}
