package dev.trapline.scheduler;

import dev.trapline.work.Context;

/** What credit2 knows of one vCPU. */
final class Credit2Vcpu {
    static final long IDLE_CREDIT = -(1L << 60);
    static final int NOBODY = -1;

    final Context context;
    final Credit2Domain domain;
    /** Begins with half of a core, as nothing is known of it. */
    final Credit2Load load = new Credit2Load(Credit2Load.ONE / 2);
    Credit2Queue queue;
    /** The queue that it goes to as soon as it loses its core; null if it stays. */
    Credit2Queue movesTo;
    /** The core that it runs on, or ran on last, or was given to. */
    int core;
    /** The core that was called for it and has not answered yet, or {@link #NOBODY}. */
    int calledFor = NOBODY;
    long credit;
    /** What it may still run in this period if its domain is capped. */
    long budgetPicos;
    boolean running;
    /** It lets its core go by itself. */
    boolean yielded;
    /** When it got the core that it has or had last. */
    long dispatchedAt;
    long runPicos;
    private long chargedUntil;

    Credit2Vcpu(Context context, Credit2Domain domain) {
        this.context = context;
        this.domain = domain;
    }

    void starts(long now) {
        running = true;
        yielded = false;
        chargedUntil = now;
    }

    /** Charges for what it ran since the last account. */
    void charge(long now) {
        if (running) {
            long ran = now - chargedUntil;
            credit -= queue.credits(ran, this);
            budgetPicos -= domain.terms.isCapped() ? ran : 0;
            chargedUntil = now;
        }
    }

    void stops(long now) {
        charge(now);
        running = false;
    }
}
