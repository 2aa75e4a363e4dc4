package dev.trapline.scheduler;

import dev.trapline.work.Context;

/** What the credit scheduler knows of one vCPU. */
final class CreditVcpu {
    /** Woken with credit left: goes before everybody else until a tick sees it running. */
    static final int BOOST = 0;
    static final int UNDER = -1;
    /** Has used more than its fair share. */
    static final int OVER = -2;
    static final int IDLE = -64;

    final Context context;
    final CreditDomain domain;
    int priority = UNDER;
    long credit;
    /** Earns credit: a tick saw it running, and it has not saved up a slice since. */
    boolean active;
    /** Out of any queue until its capped domain has credit again. */
    boolean parked;
    /** The core in whose queue it stands, or stood last. */
    int core;
    /** It leaves its core for a better one. */
    boolean migrating;
    /** It has let its core go by itself. */
    boolean yielded;
    /** When it got the core that it has or had last. */
    long dispatchedAt;
    long slicePicos;
    long chargedUntil;
    /** What was not charged of the time until then, in credits x picoseconds of a tick. */
    long owedPicoCredits;

    CreditVcpu(Context context, CreditDomain domain, int core) {
        this.context = context;
        this.domain = domain;
        this.core = core;
    }
}
