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

    void stops(CreditVcpu vcpu, long now) {
        if (exact) {
            charge(vcpu, now);
        }
    }

    void ticks(CreditVcpu vcpu, long now) {
        if (exact) {
            charge(vcpu, now);
        } else {
            vcpu.credit -= creditsPerTick;
        }
    }

    /** Charges whole credits; what is left over goes to the next account. */
    private void charge(CreditVcpu vcpu, long now) {
        long owed = (now - vcpu.chargedUntil) * creditsPerTick + vcpu.owedPicoCredits;
        vcpu.credit -= owed / tickPicos;
        vcpu.owedPicoCredits = owed % tickPicos;
        vcpu.chargedUntil = now;
    }
}
