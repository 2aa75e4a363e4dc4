package dev.trapline.scheduler;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;
import java.util.ArrayList;
import java.util.List;

/**
 * Simple earliest deadline first, the scheduler of Xen 3.0: the driver domain has a slice in each period, all share what is
 * left in small quanta by weight.
 */
public final class SedfScheduler implements Scheduling {
    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "xen-sedf",
            "Earliest deadline first as in Xen 3.0.0: a slice in each period for the driver domain's vCPUs, extra time for"
                    + " everybody by weight; a queue for each core, nothing moves between them.",
            "xen@3.2.0-rc6:xen/common/sched_sedf.c",
            List.of(
                    Shape.optional("driver-domain-slice", Shape.time(0, 10.0 * Time.PICOS_PER_SECOND),
                            15 * Time.PICOS_PER_MILLI,
                            "What each vCPU of the driver domain is given in a period, at most all of it; 0: extra time only."),
                    period("driver-domain-period", 20, "The period of that slice."),
                    period("period", 100, "The period of all others, which have no slice in it."),
                    Shape.optional("extra-quantum", Shape.time(10.0 * Time.PICOS_PER_MICRO, Time.PICOS_PER_SECOND),
                            500 * Time.PICOS_PER_MICRO, "How long a turn in extra time is."),
                    Shape.optional("weight-worth", Shape.count(1, 1 << 20), 128L,
                            "A weight of 1 has as much extra time as a vCPU whose slice is this part of its period.")),
            SedfScheduler::factory);

    /*
     * Of the vCPUs of a core whose period has begun and whose slice is not used up the one with the earliest deadline runs,
     * until it has had the slice or another period begins. If there is none, and a whole quantum fits before the next
     * period of any of them, somebody has a quantum of extra time: first those who lost part of a slice, who has lost most
     * before the others; then by score. Each turn takes what the one that had it had off the scores of all others and
     * gives it its full one, which is 2^10 x period / slice, or 2^10 x 128 / weight without a slice: stride scheduling. A
     * turn that was cut short counts in full. The driver domain is in this for its slice, not for its weight.
     *
     * Who wakes after its deadline begins a period at that instant. Who wakes before it has lost what is left of its slice
     * in this period, and may make up for it in extra time. The core chooses again if the next period of the woken one
     * begins before the present run is to end, or if it has more to make up for than whoever runs in extra time.
     *
     * Left out: slices derived from weights, which no default uses, and with them the weight safety of 5 ms; the latency
     * scaling of waking vCPUs, which is off by default.
     */

    private static final long SCORE = 1 << 10;

    private final Processors processors;
    private final Values values;
    private final long quantumPicos;
    private final Placement placement;
    private final List<SedfVcpu> vcpus = new ArrayList<>();
    private final SedfQueue[] queues;
    private final Timer[] idleEnds;
    private final long[] runEnds;

    /** On one core each of the others may have a quantum first, and each period may begin with a gap of one. */
    private static SchedulerFactory factory(Values values) {
        long quantum = values.whole("extra-quantum");
        Promises promises = Promises.of((contexts, cores) -> 2 * contexts * quantum).idlingFor(quantum).forEachCoreAlone();
        return SchedulerFactory.knowing(Controls.WEIGHT, promises, processors -> new SedfScheduler(processors, values));
    }

    private SedfScheduler(Processors processors, Values values) {
        this.processors = processors;
        this.values = values;
        quantumPicos = values.whole("extra-quantum");
        int cores = processors.cores().size();
        placement = new Placement(cores);
        queues = new SedfQueue[cores];
        idleEnds = new Timer[cores];
        runEnds = new long[cores];
        for (Core core : processors.cores()) {
            queues[core.index()] = new SedfQueue();
            idleEnds[core.index()] = processors.simulation()
                    .newTimer("sedf core " + core.index(), Phase.DECIDE, core::reschedule);
        }
    }

    private static Shape.Key period(String name, long millis, String sentence) {
        return Shape.optional(name, Shape.time(10.0 * Time.PICOS_PER_MICRO, 10.0 * Time.PICOS_PER_SECOND),
                millis * Time.PICOS_PER_MILLI, sentence);
    }

    @Override
    public void admit(Context context) {
        boolean driver = context.domain() < 0;
        long period = values.whole(driver ? "driver-domain-period" : "period");
        long slice = driver ? Math.min(values.whole("driver-domain-slice"), period) : 0;
        long score = Math.max(1, Math.round(SCORE * values.whole("weight-worth") / context.share().weight()));
        vcpus.add(new SedfVcpu(context, placement.place(context), period, slice, score));
    }

    @Override
    public void start() {}

    @Override
    public void wake(Context context) {
        SedfVcpu woken = vcpu(context);
        woken.wakes(processors.now());
        queues[woken.core].add(woken);
        Core core = processors.cores().get(woken.core);
        if (core.isIdle() || woken.periodBegin() < runEnds[woken.core] || goesBefore(woken, vcpu(core.current()))) {
            core.reschedule();
        }
    }

    private static boolean goesBefore(SedfVcpu woken, SedfVcpu running) {
        if (!running.runsInExtraTime() || !woken.hasLost()) {
            return false;
        }
        return !running.hasLost() || woken.lossScore() < running.lossScore();
    }

    @Override
    public void block(Context context, Core core) {
        stops(vcpu(context));
    }

    @Override
    public void requeue(Context context, Core core) {
        SedfVcpu vcpu = vcpu(context);
        stops(vcpu);
        queues[vcpu.core].add(vcpu);
    }

    private void stops(SedfVcpu vcpu) {
        if (!vcpu.runsInExtraTime()) {
            vcpu.stopsInSlice(processors.now());
        } else if (vcpu.hasLost()) {
            vcpu.madeUp(quantumPicos);
        } else {
            queues[vcpu.core].advance(vcpu.endTurn());
        }
    }

    @Override
    public Context next(Core core) {
        long now = processors.now();
        SedfQueue queue = queues[core.index()];
        idleEnds[core.index()].cancel();
        queue.keepUp(now);
        SedfVcpu chosen = queue.earliestDeadline(now);
        boolean extraTime = chosen == null;
        long nextPeriod = queue.nextPeriod(now);
        if (extraTime) {
            chosen = extraTime(core, now, nextPeriod);
        }
        if (chosen == null) {
            return null;
        }
        queue.remove(chosen);
        chosen.starts(now, extraTime);
        runEnds[core.index()] = extraTime ? now + quantumPicos : Math.min(nextPeriod, now + chosen.sliceLeft());
        return chosen.context;
    }

    /** Whose turn it is in extra time; null if nobody is there, or if the core idles until the next period. */
    private SedfVcpu extraTime(Core core, long now, long nextPeriod) {
        if (queues[core.index()].isEmpty() || nextPeriod - now >= quantumPicos) {
            return queues[core.index()].firstInExtraTime();
        }
        idleEnds[core.index()].armAt(nextPeriod);
        return null;
    }

    @Override
    public long slice(Context context, Core core) {
        return runEnds[core.index()] - processors.now();
    }

    private SedfVcpu vcpu(Context context) {
        return vcpus.get(context.ordinal());
    }
}
