package dev.trapline.scheduler;

import dev.trapline.work.Core;
import java.util.List;

/**
 * Where a waking thread of a Linux host goes: to the core it ran on if that is idle, else to an idle core, of its socket
 * before others, and of those first one whose sibling thread is idle too; if none is idle it waits where it ran, or, if
 * it is new, where the load is least. The place of the waker has no part in it.
 */
final class LinuxPlacement<T extends LinuxThread> {
    private final List<RunQueue<T>> queues;

    LinuxPlacement(List<RunQueue<T>> queues) {
        this.queues = queues;
    }

    /** The queue in which a thread that wakes will wait or run. */
    RunQueue<T> queueFor(T thread) {
        if (thread.context.pinnedTo() >= 0) {
            return queues.get(thread.context.pinnedTo());
        }
        RunQueue<T> home = thread.home() < 0 ? null : queues.get(thread.home());
        if (home != null && home.isEmpty()) {
            return home;
        }
        RunQueue<T> idle = idleNear(home);
        return idle != null ? idle : home != null ? home : leastLoaded();
    }

    private RunQueue<T> idleNear(RunQueue<T> home) {
        RunQueue<T> best = null;
        int most = -1;
        for (int i = 0; i < queues.size(); i++) {
            RunQueue<T> candidate = queues.get(i);
            if (candidate.isEmpty() && merit(candidate, home) > most) {
                best = candidate;
                most = merit(candidate, home);
            }
        }
        return best;
    }

    private int merit(RunQueue<T> candidate, RunQueue<T> home) {
        Core core = candidate.core();
        boolean near = home == null || home.core().socket() == core.socket();
        boolean whole = core.sibling() == null || queues.get(core.sibling().index()).isEmpty();
        return (near ? 2 : 0) + (whole ? 1 : 0);
    }

    private RunQueue<T> leastLoaded() {
        RunQueue<T> least = queues.get(0);
        for (int i = 1; i < queues.size(); i++) {
            least = queues.get(i).load() < least.load() ? queues.get(i) : least;
        }
        return least;
    }
}
