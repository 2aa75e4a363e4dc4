package dev.trapline.scheduler;

/**
 * What running costs under the credit scheduler: the credits of a whole tick for whoever runs when it comes, as in Xen 3.2,
 * or those of the time that was run, as since 2009.
 */
final class CreditDebit {
    private final long creditsPerTick;
    private final long tickPicos;
    private final boolean exact;

    CreditDebit(long creditsPerTick, long tickPicos, boolean exact) {
        this.creditsPerTick = creditsPerTick;
        this.tickPicos = tickPicos;
        this.exact = exact;
    }

    /** @return whether anything was charged */
    boolean stops(CreditVcpu vcpu, long now) {
        return exact && charge(vcpu, now) > 0;
    }

    void ticks(CreditVcpu vcpu, long now) {
        if (exact) {
            charge(vcpu, now);
        } else {
            vcpu.credit -= creditsPerTick;
        }
    }

    /** Charges whole credits; what is left over goes to the next account. */
    private long charge(CreditVcpu vcpu, long now) {
        long owed = (now - vcpu.chargedUntil) * creditsPerTick + vcpu.owedPicoCredits;
        long credits = owed / tickPicos;
        vcpu.credit -= credits;
        vcpu.owedPicoCredits = owed % tickPicos;
        vcpu.chargedUntil = now;
        return credits;
    }
}
