package dev.trapline.scheduler;

import java.util.ArrayList;
import java.util.List;

/**
 * The accounting of the credit scheduler: once in a period it hands out credit to the domains that are active, by
 * weight and within caps, and derives from it the priority of each of their vCPUs.
 */
final class CreditAccounting {
    /** Takes vCPUs of capped domains off their cores and lets them back. */
    interface Parking {
        void park(CreditVcpu vcpu);

        void unpark(CreditVcpu vcpu);
    }

    /*
     * As csched_acct() in xen/common/sched_credit.c of 3.2.0, in its integers, all of whose divisions round up. The
     * pool is one period's credits of all cores, plus what the vCPUs together are below zero. Each domain's fair part
     * by weight is limited by what its active vCPUs can use and by its cap; what a domain cannot use is offered to
     * those after it in the list, and such a domain moves to the front if one before it could have used more.
     */

    private final long periodCredits;
    private final long pool;
    private final Parking parking;
    private final List<CreditDomain> active = new ArrayList<>();
    private final List<CreditDomain> domainsOfPass = new ArrayList<>();
    private final List<CreditVcpu> vcpusOfPass = new ArrayList<>();
    private long totalWeight;
    private long balance;

    /** @param periodCredits what one core consumes in one accounting period, which is also the most a vCPU may save */
    CreditAccounting(int cores, long periodCredits, Parking parking) {
        this.periodCredits = periodCredits;
        this.pool = cores * periodCredits;
        this.parking = parking;
    }

    /** From now on the vCPU earns credit. */
    void activate(CreditVcpu vcpu) {
        vcpu.active = true;
        vcpu.domain.active.add(0, vcpu);
        if (vcpu.domain.active.size() == 1) {
            active.add(0, vcpu.domain);
            totalWeight += vcpu.domain.terms.weight();
        }
    }

    private void deactivate(CreditVcpu vcpu) {
        vcpu.active = false;
        vcpu.domain.active.remove(vcpu);
        if (vcpu.domain.active.isEmpty()) {
            active.remove(vcpu.domain);
            totalWeight -= vcpu.domain.terms.weight();
        }
    }

    void account() {
        long weightTotal = totalWeight;
        long weightLeft = weightTotal;
        long creditTotal = pool - Math.min(0, balance);
        long oldBalance = balance;
        boolean somebodyWantsMore = false;
        balance = 0;
        copy(active, domainsOfPass);
        for (int i = 0; i < domainsOfPass.size(); i++) {
            CreditDomain domain = domainsOfPass.get(i);
            weightLeft -= domain.terms.weight();
            long peak = peak(domain, oldBalance, weightTotal);
            long fair = divideUp(creditTotal * domain.terms.weight(), weightTotal);
            if (fair < peak) {
                somebodyWantsMore = true;
            } else {
                if (weightLeft != 0) {
                    creditTotal += divideUp((fair - peak) * weightTotal, weightLeft);
                }
                if (somebodyWantsMore) {
                    active.remove(domain);
                    active.add(0, domain);
                }
                fair = peak;
            }
            payOut(domain, divideUp(fair, domain.active.size()));
        }
    }

    /** The most credit that the domain can use in a period. */
    private long peak(CreditDomain domain, long oldBalance, long weightTotal) {
        long peak = domain.active.size() * periodCredits;
        if (oldBalance < 0) {
            peak += divideUp(-oldBalance * domain.terms.weight(), weightTotal);
        }
        return domain.terms.isCapped() ? Math.min(peak, capCredits(domain)) : peak;
    }

    private long capCredits(CreditDomain domain) {
        return divideUp(domain.capPercent() * periodCredits, 100);
    }

    private void payOut(CreditDomain domain, long credits) {
        long parkBelow = domain.terms.isCapped() ? -divideUp(capCredits(domain), domain.active.size()) : Long.MIN_VALUE;
        copy(domain.active, vcpusOfPass);
        for (int i = 0; i < vcpusOfPass.size(); i++) {
            CreditVcpu vcpu = vcpusOfPass.get(i);
            vcpu.credit += credits;
            if (vcpu.credit < 0) {
                isOver(vcpu, parkBelow);
            } else {
                isUnder(vcpu);
            }
            balance += vcpu.credit;
        }
    }

    private void isOver(CreditVcpu vcpu, long parkBelow) {
        vcpu.priority = CreditVcpu.OVER;
        if (vcpu.credit < parkBelow && !vcpu.parked) {
            parking.park(vcpu);
        }
        vcpu.credit = Math.max(vcpu.credit, -periodCredits);
    }

    private void isUnder(CreditVcpu vcpu) {
        vcpu.priority = CreditVcpu.UNDER;
        if (vcpu.parked) {
            parking.unpark(vcpu);
        }
        if (vcpu.credit > periodCredits) {
            deactivate(vcpu);
            vcpu.credit = 0;
        }
    }

    /** One by one, since {@code addAll} makes an array. */
    private static <T> void copy(List<T> from, List<T> to) {
        to.clear();
        for (int i = 0; i < from.size(); i++) {
            to.add(from.get(i));
        }
    }

    private static long divideUp(long dividend, long divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
