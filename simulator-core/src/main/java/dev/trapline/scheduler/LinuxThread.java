package dev.trapline.scheduler;

import dev.trapline.work.Context;
import dev.trapline.work.Core;

/** A context as a thread of a Linux host: its load, its quota, and when it ran. */
abstract sealed class LinuxThread permits FairThread, TimesliceThread {
    /** The load of a context of weight 1, as the kernel counts it. */
    static final long NEUTRAL_LOAD = 1024;

    final Context context;
    private final long load;
    private final Quota quota;
    private int home = -1;
    private long startedAt;
    private long accountedAt;
    private long stoppedAt;
    private long cameAt;

    LinuxThread(Context context, double weight, Quota quota) {
        this.context = context;
        this.quota = quota;
        load = Math.max(2, Math.round(weight * NEUTRAL_LOAD));
    }

    long load() {
        return load;
    }

    Quota quota() {
        return quota;
    }

    /** The core in whose queue it is or was last, or -1. */
    int home() {
        return home;
    }

    void comesTo(Core core, long now) {
        if (home != core.index()) {
            home = core.index();
            cameAt = now;
        }
    }

    /** Since when this is its core. */
    long cameAt() {
        return cameAt;
    }

    /** When it got the core that it has. */
    long startedAt() {
        return startedAt;
    }

    /** When it last gave up a core. */
    long stoppedAt() {
        return stoppedAt;
    }

    /** Whether so little time has passed since it ran that the caches it used count as warm. */
    boolean isHot(long now, long hotPicos) {
        return context.core() != null && now - stoppedAt < hotPicos;
    }

    void starts(long now) {
        startedAt = now;
        accountedAt = now;
    }

    /** @return how long it ran since the last account */
    long account(long now) {
        long ran = now - accountedAt;
        quota.ran(accountedAt, now);
        accountedAt = now;
        return ran;
    }

    void stops(long now) {
        stoppedAt = now;
    }
}
