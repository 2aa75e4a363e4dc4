package dev.trapline.scheduler;

import dev.trapline.declare.Component;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Egalitarian processor sharing, the limit of round robin with a quantum of zero: every context has a lane of its own,
 * and all that run advance at one speed, the cores divided by their number but no more than one core each.
 */
public final class ProcessorSharingScheduler implements Scheduling {
    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "processor-sharing",
            "All ready contexts run at once, each at the speed of cores / contexts, at most one core each; no weights,"
                    + " no caps.",
            "Kleinrock, Queueing Systems II, 1976, ch. 4",
            List.of(),
            values -> new Lanes());

    /*
     * With pinned contexts the one speed becomes the greatest level L that fits (max-min fairness): a context pinned to
     * a core on which p are pinned gets min(L, 1/p), everybody else L, and all together use no more than the cores.
     * Cores whose pinned contexts alone fill them drop out, most crowded first; the others share what is left: L =
     * (cores - full cores) / (contexts that are not pinned to a full core).
     */

    private final Processors processors;
    private final int cores;
    private final int[] pinned;
    private final boolean[] full;
    private final boolean[] runs;
    private int running;

    private ProcessorSharingScheduler(Processors processors, int cores) {
        this.processors = processors;
        this.cores = cores;
        pinned = new int[cores];
        full = new boolean[cores];
        runs = new boolean[processors.cores().size()];
    }

    @Override
    public void admit(Context context) {
        if (context.ordinal() >= runs.length) {
            throw new IllegalStateException("processor sharing needs a lane for each context: '" + context.name()
                    + "' is number " + context.ordinal() + " of " + runs.length + " lanes");
        }
    }

    @Override
    public void start() {}

    @Override
    public void wake(Context context) {
        change(context, 1);
        lane(context).reschedule();
    }

    @Override
    public void block(Context context, Core core) {
        change(context, -1);
    }

    @Override
    public void requeue(Context context, Core core) {}

    @Override
    public Context next(Core core) {
        return runs[core.index()] ? processors.contexts().get(core.index()) : null;
    }

    @Override
    public long slice(Context context, Core core) {
        return Long.MAX_VALUE;
    }

    private Core lane(Context context) {
        return processors.cores().get(context.ordinal());
    }

    private void change(Context context, int by) {
        runs[context.ordinal()] = by > 0;
        running += by;
        if (context.pinnedTo() >= 0) {
            pinned[context.pinnedTo()] += by;
        }
        setSpeeds();
    }

    private void setSpeeds() {
        int sharers = running;
        int shared = cores;
        Arrays.fill(full, false);
        int crowded = mostCrowded();
        while (crowded >= 0 && (long) pinned[crowded] * shared > sharers) {
            full[crowded] = true;
            sharers -= pinned[crowded];
            shared--;
            crowded = mostCrowded();
        }
        for (int i = 0; i < runs.length; i++) {
            if (runs[i]) {
                setSpeed(processors.contexts().get(i), shared, sharers);
            }
        }
    }

    private void setSpeed(Context context, int shared, int sharers) {
        int home = context.pinnedTo();
        if (home >= 0 && full[home]) {
            lane(context).speed(1, pinned[home]);
        } else {
            lane(context).speed(Math.min(shared, sharers), sharers);
        }
    }

    /** The core on which most contexts are pinned, of those that are not full; -1 if none has any. */
    private int mostCrowded() {
        int most = -1;
        for (int i = 0; i < cores; i++) {
            if (!full[i] && pinned[i] > 0 && (most < 0 || pinned[i] > pinned[most])) {
                most = i;
            }
        }
        return most;
    }

    /** Asks for one lane for each context. */
    private static final class Lanes implements SchedulerFactory {
        @Override
        public int lanes(int cores, int contexts) {
            return contexts;
        }

        @Override
        public Optional<Promises> promises() {
            return Optional.of(Promises.of((contexts, cores) -> 0));
        }

        @Override
        public Scheduling create(Processors processors) {
            return create(processors, processors.cores().size());
        }

        @Override
        public Scheduling create(Processors processors, int cores) {
            return new ProcessorSharingScheduler(processors, cores);
        }
    }
}
