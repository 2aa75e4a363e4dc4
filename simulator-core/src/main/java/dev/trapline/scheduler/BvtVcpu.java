package dev.trapline.scheduler;

import dev.trapline.work.Context;

/** What borrowed virtual time knows of one vCPU; virtual times are those of a vCPU of weight 1. */
final class BvtVcpu {
    final Context context;
    final int core;
    final BvtWarp warp;
    private final double weight;
    private long actualPicos;
    private long startedAt;

    BvtVcpu(Context context, int core, BvtWarp warp) {
        this.context = context;
        this.core = core;
        this.warp = warp;
        weight = context.share().weight();
    }

    void starts(long now) {
        startedAt = now;
    }

    /** Charges for what it ran in whole units. */
    void stops(long now, long unitPicos) {
        actualPicos = actual(now, unitPicos);
    }

    /** Sleep earns nothing: it returns no further behind than whoever is least far. */
    void catchUp(long systemPicos) {
        actualPicos = Math.max(actualPicos, systemPicos);
    }

    long actual() {
        return actualPicos;
    }

    /** What decides the order: the actual virtual time less what it borrows. */
    long effective() {
        return actualPicos - warp.picos();
    }

    /** The same while it runs. */
    long effective(long now, long unitPicos) {
        return actual(now, unitPicos) - warp.picos();
    }

    private long actual(long now, long unitPicos) {
        long units = (now - startedAt + unitPicos - 1) / unitPicos;
        return actualPicos + (long) (units * unitPicos / weight);
    }

    /** How long it would have to run for so much virtual time. */
    long real(long virtualPicos) {
        return (long) (virtualPicos * weight);
    }

    /** When it has run for so long since it was started. */
    long afterStart(long picos) {
        return startedAt + picos;
    }
}
