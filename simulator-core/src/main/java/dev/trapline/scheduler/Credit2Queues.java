package dev.trapline.scheduler;

import dev.trapline.work.Core;
import java.util.ArrayList;
import java.util.List;

/** The run queues of credit2: one for each socket, or for as many of its cores as may share one. */
final class Credit2Queues {
    private final List<Credit2Queue> all = new ArrayList<>();
    private final Credit2Queue[] ofCore;

    Credit2Queues(List<Core> cores, int coresPerQueue) {
        ofCore = new Credit2Queue[cores.size()];
        int socket = -1;
        for (Core core : cores) {
            if (core.socket() != socket || last().cores.size() == coresPerQueue) {
                socket = core.socket();
                all.add(new Credit2Queue());
            }
            last().cores.add(core);
            ofCore[core.index()] = last();
        }
    }

    private Credit2Queue last() {
        return all.get(all.size() - 1);
    }

    List<Credit2Queue> all() {
        return all;
    }

    Credit2Queue of(Core core) {
        return ofCore[core.index()];
    }

    /** Where a new vCPU begins. */
    Credit2Queue leastLoaded(Credit2Vcpu vcpu, long now) {
        Credit2Queue least = null;
        for (Credit2Queue queue : all) {
            boolean lower = least == null || queue.load.average(now) < least.load.average(now);
            least = queue.allows(vcpu) && lower ? queue : least;
        }
        return least;
    }
}
