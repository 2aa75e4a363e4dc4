package dev.trapline.scheduler;

import dev.trapline.spec.Share;
import java.util.ArrayList;
import java.util.List;

/**
 * A domain under credit2: the weight of each of its vCPUs, and if it is capped the running time that they may still use in
 * this period. They take it in parts and pay back what they used beyond; who gets none is parked until there is some.
 */
final class Credit2Domain {
    final DomainTerms terms;
    final List<Credit2Vcpu> parked = new ArrayList<>();
    private long budgetPicos;
    private long partPicos;
    private long leftPicos;

    Credit2Domain(Share share) {
        terms = new DomainTerms(share);
    }

    /** All its vCPUs are there. */
    void begin(long periodPicos, long leastPicos) {
        budgetPicos = Math.max(1, (long) (terms.capOfCores() * periodPicos));
        partPicos = Math.max(budgetPicos / terms.vcpus(), leastPicos);
        leftPicos = budgetPicos;
    }

    /** A period has begun. What was not used of the last one is lost, what was used beyond is not. */
    void replenish() {
        leftPicos = Math.min(budgetPicos, leftPicos + budgetPicos);
    }

    boolean hasBudget() {
        return leftPicos > 0;
    }

    /** Whether the vCPU may run; if it has nothing left it takes a part, and is parked if there is none. */
    boolean grab(Credit2Vcpu vcpu) {
        if (!terms.isCapped() || vcpu.budgetPicos > 0) {
            return true;
        }
        giveBack(vcpu);
        if (leftPicos <= 0) {
            parked.add(vcpu);
            return false;
        }
        vcpu.budgetPicos = Math.min(partPicos, leftPicos);
        leftPicos -= vcpu.budgetPicos;
        return true;
    }

    /** What the vCPU has left, or owes. */
    void giveBack(Credit2Vcpu vcpu) {
        leftPicos += vcpu.budgetPicos;
        vcpu.budgetPicos = 0;
    }
}
