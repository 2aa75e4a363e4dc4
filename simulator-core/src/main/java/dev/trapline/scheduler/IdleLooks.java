package dev.trapline.scheduler;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Timer;
import dev.trapline.work.Core;
import dev.trapline.work.Processors;

/**
 * When an idle core asks again under the credit scheduler: after each slice, as if idleness were a vCPU. Its timer is armed
 * only while something is queued somewhere, but for the instants at which it would have asked.
 */
final class IdleLooks {
    private final Processors processors;
    private final CreditQueue[] queues;
    private final long slicePicos;
    private final Timer[] looks;
    private final long[] idleSince;

    IdleLooks(Processors processors, CreditQueue[] queues, long slicePicos) {
        this.processors = processors;
        this.queues = queues;
        this.slicePicos = slicePicos;
        looks = new Timer[queues.length];
        idleSince = new long[queues.length];
        for (Core core : processors.cores()) {
            looks[core.index()] = processors.simulation()
                    .newTimer("credit idle core " + core.index(), Phase.DECIDE, core::reschedule);
        }
    }

    /** The core chooses. */
    void cancel(Core core) {
        looks[core.index()].cancel();
    }

    /** The core found nothing. */
    void idles(Core core) {
        idleSince[core.index()] = processors.now();
        for (CreditQueue queue : queues) {
            if (!queue.isEmpty()) {
                arm(core.index());
                return;
            }
        }
    }

    /** Something was queued. */
    void queued() {
        for (int i = 0; i < looks.length; i++) {
            if (processors.cores().get(i).isIdle() && !looks[i].isArmed()) {
                arm(i);
            }
        }
    }

    private void arm(int core) {
        long idle = processors.now() - idleSince[core];
        looks[core].armAfter(slicePicos - idle % slicePicos);
    }
}
