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
 * Borrowed virtual time, the scheduler of Xen 2.0 and of the paper of 2003: on each core whoever is least far in virtual time
 * goes next, and runs until it is a switch allowance ahead of the second; who wakes is not far and so goes first.
 */
public final class BvtScheduler implements Scheduling {
    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "xen-bvt",
            "Borrowed virtual time as in Xen 2.0: weight of each vCPU (the inverse of the advance), the least far in"
                    + " virtual time goes next, a waking one preempts; warp; a queue for each core, nothing moves between them.",
            "xen@RELEASE-3.0.0:xen/common/sched_bvt.c; Duda and Cheriton, SOSP 1999; Barham et al. 2003",
            List.of(
                    Shape.optional("context-switch-allowance", Shape.time(10.0 * Time.PICOS_PER_MICRO, Time.PICOS_PER_SECOND),
                            5 * Time.PICOS_PER_MILLI,
                            "How far the vCPU that runs may get ahead of the second before it loses the core."),
                    Shape.optional("charging-unit", Shape.time(Time.PICOS_PER_MICRO, Time.PICOS_PER_SECOND),
                            100 * Time.PICOS_PER_MICRO, "Running time is charged in whole units of this, the last one in full."),
                    warp("warp", "How far in virtual time guests go ahead of where they are; 0 is Xen's default."),
                    warp("driver-domain-warp", "The same for the vCPUs of the driver domain."),
                    Shape.optional("warp-limit", Shape.time(Time.PICOS_PER_MICRO, 1000.0 * Time.PICOS_PER_SECOND),
                            2 * Time.PICOS_PER_SECOND, "How long a vCPU may run in one go while it is ahead so; assumed."),
                    Shape.optional("unwarp", Shape.time(Time.PICOS_PER_MICRO, 1000.0 * Time.PICOS_PER_SECOND),
                            Time.PICOS_PER_SECOND, "For how long it is not ahead when it has used up that limit; assumed.")),
            BvtScheduler::factory);

    /*
     * A vCPU that ran for t is t / weight further in its actual virtual time, t in whole charging units, rounded up; what
     * it borrows is taken off for the comparison. The least far of a core's queue runs until it is the allowance ahead of
     * the second, a lone one for ten allowances. The system's virtual time of a core is the least actual one that was in
     * its queue at the last decision, and whoever wakes is at least that far. It takes the core at once if it is no
     * further than who runs; else it shortens that one's run as if it had been the second from the start.
     *
     * In the product the advance is a whole number (10 for a weight of 1), so that weights are coarse; here they are not.
     * The timer slop of 50 us is left out.
     */

    private static final int LONE_ALLOWANCES = 10;

    private final Processors processors;
    private final Values values;
    private final long allowancePicos;
    private final long unitPicos;
    private final Placement placement;
    private final List<BvtVcpu> vcpus = new ArrayList<>();
    private final List<List<BvtVcpu>> queues = new ArrayList<>();
    private final Timer[] ends;
    private final long[] systemPicos;

    /** Each of the others, if all are on one core, may run from an allowance behind to an allowance ahead of it. */
    private static SchedulerFactory factory(Values values) {
        long turn = 2 * values.whole("context-switch-allowance") + values.whole("charging-unit");
        Promises promises = Promises.of((contexts, cores) -> (contexts - 1) * turn).forEachCoreAlone();
        return SchedulerFactory.knowing(Controls.WEIGHT, promises, processors -> new BvtScheduler(processors, values));
    }

    private BvtScheduler(Processors processors, Values values) {
        this.processors = processors;
        this.values = values;
        allowancePicos = values.whole("context-switch-allowance");
        unitPicos = values.whole("charging-unit");
        int cores = processors.cores().size();
        placement = new Placement(cores);
        ends = new Timer[cores];
        systemPicos = new long[cores];
        for (Core core : processors.cores()) {
            queues.add(new ArrayList<>());
            ends[core.index()] = processors.simulation()
                    .newTimer("bvt core " + core.index(), Phase.DECIDE, core::reschedule);
        }
    }

    private static Shape.Key warp(String name, String sentence) {
        return Shape.optional(name, Shape.time(0, 1000.0 * Time.PICOS_PER_SECOND), 0L, sentence);
    }

    @Override
    public void admit(Context context) {
        Core core = processors.cores().get(placement.place(context));
        BvtWarp warp = new BvtWarp(
                processors.simulation(),
                context.name(),
                values.whole(context.domain() < 0 ? "driver-domain-warp" : "warp"),
                values.whole("warp-limit"),
                values.whole("unwarp"),
                core::reschedule);
        vcpus.add(new BvtVcpu(context, core.index(), warp));
    }

    @Override
    public void start() {}

    @Override
    public void wake(Context context) {
        BvtVcpu woken = vcpu(context);
        woken.catchUp(systemPicos[woken.core]);
        queues.get(woken.core).add(woken);
        Core core = processors.cores().get(woken.core);
        if (core.isIdle()) {
            core.reschedule();
        } else {
            shorten(core, vcpu(core.current()), woken);
        }
    }

    /** It runs no further than the allowance ahead of the one that has woken. */
    private void shorten(Core core, BvtVcpu running, BvtVcpu woken) {
        long now = processors.now();
        long ahead = woken.effective() - running.effective(now, unitPicos);
        long end = running.afterStart(running.real(ahead) + allowancePicos);
        Timer timer = ends[core.index()];
        if (ahead <= 0) {
            core.reschedule();
        } else if (timer.isArmed() && timer.instant() > end) {
            timer.cancel();
            timer.armAt(Math.max(now, end));
        }
    }

    @Override
    public void block(Context context, Core core) {
        stops(vcpu(context));
    }

    @Override
    public void requeue(Context context, Core core) {
        BvtVcpu vcpu = vcpu(context);
        stops(vcpu);
        queues.get(vcpu.core).add(vcpu);
    }

    private void stops(BvtVcpu vcpu) {
        vcpu.stops(processors.now(), unitPicos);
        vcpu.warp.stops();
        ends[vcpu.core].cancel();
    }

    @Override
    public Context next(Core core) {
        List<BvtVcpu> queue = queues.get(core.index());
        BvtVcpu first = leastFar(queue);
        if (first == null) {
            return null;
        }
        systemPicos[core.index()] = leastActual(queue);
        queue.remove(first);
        BvtVcpu second = leastFar(queue);
        first.starts(processors.now());
        first.warp.starts();
        ends[core.index()].armAfter(second == null
                ? LONE_ALLOWANCES * allowancePicos
                : first.real(second.effective() - first.effective()) + allowancePicos);
        return first.context;
    }

    /** A timer that can be moved says when the run ends. */
    @Override
    public long slice(Context context, Core core) {
        return Long.MAX_VALUE;
    }

    private static BvtVcpu leastFar(List<BvtVcpu> queue) {
        BvtVcpu least = null;
        for (int i = 0; i < queue.size(); i++) {
            BvtVcpu vcpu = queue.get(i);
            least = least == null || vcpu.effective() < least.effective() ? vcpu : least;
        }
        return least;
    }

    private static long leastActual(List<BvtVcpu> queue) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < queue.size(); i++) {
            least = Math.min(least, queue.get(i).actual());
        }
        return least;
    }

    private BvtVcpu vcpu(Context context) {
        return vcpus.get(context.ordinal());
    }
}
