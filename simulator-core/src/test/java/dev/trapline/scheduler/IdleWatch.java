package dev.trapline.scheduler;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import java.util.Arrays;

/** Looks once in a while whether a core idles while a context is ready, and for how long the same two go on so. */
final class IdleWatch {
    private static final long PERIOD = 37 * Time.PICOS_PER_MILLI / 100;

    private final TestMachine machine;
    private final long allowedPicos;
    private final long[][] since;
    private final Timer timer;
    private String violation;

    IdleWatch(TestMachine machine, long allowedPicos) {
        this.machine = machine;
        this.allowedPicos = allowedPicos;
        since = new long[machine.processors.contexts().size()][machine.processors.cores().size()];
        for (long[] row : since) {
            Arrays.fill(row, -1);
        }
        timer = machine.simulation.newTimer("idle watch", Phase.OBSERVE, this::look);
        timer.armAt(0);
    }

    /** Who was ready while which core idled for too long; null if there was nothing of that kind. */
    String violation() {
        return violation;
    }

    private void look() {
        long now = machine.simulation.now();
        for (Context context : machine.processors.contexts()) {
            for (Core core : machine.processors.cores()) {
                look(context, core, now);
            }
        }
        timer.armAfter(PERIOD);
    }

    private void look(Context context, Core core, long now) {
        long[] row = since[context.ordinal()];
        boolean ready = context.state() == Context.State.READY && Calls.allows(context, core);
        if (!ready || !core.isIdle()) {
            row[core.index()] = -1;
            return;
        }
        row[core.index()] = row[core.index()] < 0 ? now : row[core.index()];
        if (now - row[core.index()] >= allowedPicos) {
            violation = context.name() + " ready and core " + core.index() + " idle at " + Time.format(now);
        }
    }
}
