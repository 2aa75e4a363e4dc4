package dev.trapline.scheduler;

import dev.trapline.work.Context;
import dev.trapline.work.Core;
import java.util.List;

/**
 * The choice of an idle core with the most idle neighbours, so that running vCPUs spread over sockets and over cores before
 * they share one.
 */
final class IdlestCore {

    /*
     * As csched_cpu_pick() in xen/common/sched_credit.c of 3.2.0: beginning with its own core, which counts as idle, each
     * idle core that the vCPU may use is compared with the best so far, by the idle threads of the core if both are in one
     * socket, else by the idle cores of the socket. A core that is about to take somebody is no longer idle here.
     */

    private final List<Core> cores;
    private final CreditQueue[] queues;

    IdlestCore(List<Core> cores, CreditQueue[] queues) {
        this.cores = cores;
        this.queues = queues;
    }

    /** The best core for a vCPU that stands on this one; this one if none is better. */
    Core betterThan(Core own, Context context) {
        Core best = own;
        for (int i = 0; i < cores.size(); i++) {
            Core candidate = cores.get(i);
            boolean eligible = candidate != own && isFree(candidate) && Calls.allows(context, candidate);
            best = eligible && isBetter(candidate, best, own) ? candidate : best;
        }
        return best;
    }

    private boolean isBetter(Core candidate, Core best, Core own) {
        boolean oneSocket = candidate.socket() == best.socket();
        return idleNeighbours(candidate, oneSocket, own) > idleNeighbours(best, oneSocket, own);
    }

    private int idleNeighbours(Core core, boolean threads, Core own) {
        int idle = 0;
        for (int i = 0; i < cores.size(); i++) {
            Core other = cores.get(i);
            if ((isFree(other) || other == own) && isNeighbour(other, core, threads)) {
                idle++;
            }
        }
        return idle;
    }

    private boolean isFree(Core core) {
        return core.isIdle() && queues[core.index()].isEmpty();
    }

    private static boolean isNeighbour(Core one, Core other, boolean threads) {
        return threads ? one == other || one == other.sibling() : one.socket() == other.socket();
    }
}
