package dev.trapline.scheduler;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.engine.Time;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;
import java.util.ArrayList;
import java.util.List;

/**
 * One queue for all cores, first come first served, everybody for one quantum: a plain reference. It knows no weights,
 * no caps and no preemption.
 */
public final class RoundRobinScheduler implements Scheduling {
    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "round-robin",
            "One queue for all cores, first come first served, each context for one quantum; no weights,"
                    + " no caps, no preemption.",
            "",
            List.of(Shape.optional("quantum", Shape.time(Time.PICOS_PER_MICRO, 9e18), 10 * Time.PICOS_PER_MILLI,
                    "How long a context runs before it goes to the end of the queue.")),
            values -> factory(values.whole("quantum")));

    private final Calls calls;
    private final long quantumPicos;
    private final List<Context> ready = new ArrayList<>();

    /** Whoever went to the end of the queue waits for a turn of all that stand before it. */
    private static SchedulerFactory factory(long quantumPicos) {
        Promises promises = Promises.of((contexts, cores) -> (contexts - 1) / cores * quantumPicos);
        return SchedulerFactory.knowing(
                Controls.NONE, promises, processors -> new RoundRobinScheduler(processors, quantumPicos));
    }

    private RoundRobinScheduler(Processors processors, long quantumPicos) {
        calls = new Calls(processors.cores());
        this.quantumPicos = quantumPicos;
    }

    @Override
    public void admit(Context context) {}

    @Override
    public void start() {}

    @Override
    public void wake(Context context) {
        ready.add(context);
        calls.callIdle(context);
    }

    @Override
    public void block(Context context, Core core) {}

    @Override
    public void requeue(Context context, Core core) {
        ready.add(context);
        calls.displaced(context);
    }

    @Override
    public Context next(Core core) {
        Context chosen = choose(core);
        calls.answered(core, chosen);
        return chosen;
    }

    @Override
    public long slice(Context context, Core core) {
        return quantumPicos;
    }

    private Context choose(Core core) {
        for (int i = 0; i < ready.size(); i++) {
            if (Calls.allows(ready.get(i), core)) {
                return ready.remove(i);
            }
        }
        return null;
    }
}
