package dev.trapline.scenarios.own;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.engine.Time;
import dev.trapline.scheduler.SchedulerFactory;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;
import java.util.ArrayList;
import java.util.List;

/** Somebody else's scheduler: one queue for all cores; whoever has run least so far goes next, for one quantum. */
public final class LeastServedScheduler implements Scheduling {
    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "least-served",
            "One queue for all cores; whoever has run least so far goes next, for one quantum; no weights, no caps.",
            "",
            List.of(Shape.optional(
                    "quantum",
                    Shape.time(Time.PICOS_PER_MICRO, 9e18),
                    10 * Time.PICOS_PER_MILLI,
                    "How long a context runs before the choice is made anew.")),
            values -> processors -> new LeastServedScheduler(processors, values.whole("quantum")));

    private final Processors processors;
    private final long quantumPicos;
    private final List<Context> ready = new ArrayList<>();

    private LeastServedScheduler(Processors processors, long quantumPicos) {
        this.processors = processors;
        this.quantumPicos = quantumPicos;
    }

    @Override
    public void admit(Context context) {}

    @Override
    public void start() {}

    @Override
    public void wake(Context context) {
        ready.add(context);
        processors.cores().stream().filter(Core::isIdle).forEach(Core::reschedule);
    }

    @Override
    public void block(Context context, Core core) {}

    @Override
    public void requeue(Context context, Core core) {
        ready.add(context);
    }

    @Override
    public Context next(Core core) {
        Context chosen = null;
        for (Context candidate : ready) {
            if (chosen == null || served(candidate) < served(chosen)) {
                chosen = candidate;
            }
        }
        ready.remove(chosen);
        return chosen;
    }

    @Override
    public long slice(Context context, Core core) {
        return quantumPicos;
    }

    private long served(Context context) {
        return context.picos(Context.State.RUNNING, processors.now());
    }
}
