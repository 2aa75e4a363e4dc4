package dev.trapline.scheduler;

import java.util.List;

/**
 * Load balancing between the run queues of credit2: which vCPU to give to the queue whose load differs most, which to take
 * from it, or both.
 */
final class Credit2Balance {
    /** Moves a vCPU to another queue. */
    interface Moving {
        void move(Credit2Vcpu vcpu, Credit2Queue to);
    }

    /*
     * As balance_load() in xen/common/sched/credit2.c of 4.17, which looks whenever a period of credit ends: nothing is done
     * if the loads differ by less than one vCPU, or by less than an eighth of one if either has more load than the greater
     * of the queues has cores. Of all pairs, and all single ones, the one is moved that leaves the least difference.
     */

    private static final int OVERLOAD_SHIFT = 3;

    private final List<Credit2Queue> queues;
    private final Moving moving;
    private Credit2Vcpu bestPush;
    private Credit2Vcpu bestPull;
    private long leastDifference;

    Credit2Balance(List<Credit2Queue> queues, Moving moving) {
        this.queues = queues;
        this.moving = moving;
    }

    void balance(Credit2Queue own, long now) {
        Credit2Queue other = mostDifferent(own, now);
        if (other == null || !isWorthIt(own, other, now)) {
            return;
        }
        choose(own, other, now);
        if (bestPush != null) {
            moving.move(bestPush, other);
        }
        if (bestPull != null) {
            moving.move(bestPull, own);
        }
    }

    private Credit2Queue mostDifferent(Credit2Queue own, long now) {
        Credit2Queue most = null;
        leastDifference = 0;
        for (int i = 0; i < queues.size(); i++) {
            Credit2Queue queue = queues.get(i);
            long difference = Math.abs(own.load.average(now) - queue.load.average(now));
            if (difference > leastDifference) {
                leastDifference = difference;
                most = queue;
            }
        }
        return most;
    }

    private boolean isWorthIt(Credit2Queue own, Credit2Queue other, long now) {
        long load = Math.max(own.load.average(now), other.load.average(now));
        long cores = Math.max(own.cores.size(), other.cores.size());
        boolean overloaded = load >= cores * Credit2Load.ONE;
        return leastDifference >= (overloaded ? Credit2Load.ONE >> OVERLOAD_SHIFT : Credit2Load.ONE);
    }

    private void choose(Credit2Queue own, Credit2Queue other, long now) {
        bestPush = null;
        bestPull = null;
        long difference = own.load.average(now) - other.load.average(now);
        for (int i = 0; i < own.members.size(); i++) {
            Credit2Vcpu push = own.members.get(i);
            if (mayMove(push, other)) {
                for (int j = 0; j < other.members.size(); j++) {
                    consider(push, other.members.get(j), own, difference, now);
                }
                consider(push, null, own, difference, now);
            }
        }
        for (int j = 0; j < other.members.size(); j++) {
            consider(null, other.members.get(j), own, difference, now);
        }
    }

    private void consider(Credit2Vcpu push, Credit2Vcpu pull, Credit2Queue own, long difference, long now) {
        if (pull != null && !mayMove(pull, own)) {
            return;
        }
        long pushed = push == null ? 0 : push.load.average(now);
        long pulled = pull == null ? 0 : pull.load.average(now);
        long left = Math.abs(difference - 2 * pushed + 2 * pulled);
        if (left < leastDifference) {
            leastDifference = left;
            bestPush = push;
            bestPull = pull;
        }
    }

    private static boolean mayMove(Credit2Vcpu vcpu, Credit2Queue to) {
        return vcpu.movesTo == null && to.allows(vcpu);
    }
}
