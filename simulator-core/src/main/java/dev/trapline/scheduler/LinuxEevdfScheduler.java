package dev.trapline.scheduler;

import dev.trapline.declare.Component;
import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;
import java.util.List;

/**
 * Linux's fair scheduler from 6.6 on: earliest eligible virtual deadline first. A weight of 1 is 1,024 CPU shares of the
 * control group (100 of cpu.weight); a cap is its quota, as libvirt gives one to each vCPU. There are no reserves.
 */
public final class LinuxEevdfScheduler {
    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "linux-eevdf",
            "Linux's EEVDF: of the threads that are not ahead of their share by weight the one with the earliest virtual"
                    + " deadline runs for a slice; lag is kept through sleep; caps by quota and period; a run queue for"
                    + " each core with balancing.",
            "kernel/sched/fair.c of Linux 6.6; I. Stoica, H. Abdel-Wahab, Earliest Eligible Virtual Deadline First,"
                    + " Old Dominion University TR-95-22, 1995",
            LinuxKeys.fair(List.of(
                    LinuxKeys.time("base-slice", Time.PICOS_PER_MICRO, 0.7 * Time.PICOS_PER_MILLI,
                            "How long a thread runs before it gets a new deadline (base_slice; 0.75 ms at first, 0.7 ms later); scaled.")),
                    16),
            values -> SchedulerFactory.knowing(Controls.WEIGHT_AND_CAP, promises(values), processors -> create(processors, values)));

    /*
     * A thread that ran t is t / weight further in virtual time. The mean of the virtual times of all threads of a
     * queue, by load, is where each would be had it got exactly its share; its lag is how far it is behind that, and it
     * is eligible if that is not negative. Its deadline is where it will be after a slice. Of the eligible the one with
     * the earliest deadline goes next. When a tick comes and it is past its deadline it gets a new one and the core
     * chooses again; until then it keeps the core, also from waking threads, while it is eligible (RUN_TO_PARITY).
     *
     * A thread that sleeps or moves takes its lag along, up to two slices or a tick, and is put so far behind the mean
     * of its new queue, which moves as it comes, that it has this lag there. One that yields has its deadline put off by
     * a slice.
     *
     * Quota: see Quota. Left out: the half slice of new threads, slices of their own for single threads, and what came
     * after 6.6 (threads that sleep off a negative lag in the queue, and the preemption by shorter slices).
     */

    private LinuxEevdfScheduler() {}

    /** Two rounds of slices while balancing moves it, each rounded up to a tick; an idle core takes whoever is cold at its next look. */
    private static Promises promises(Values values) {
        long tick = values.whole("tick");
        return Promises.of((contexts, cores) ->
                        2L * contexts * (LinuxKeys.factor(values, cores) * values.whole("base-slice") + tick))
                .idlingFor(tick + 2 * values.whole("migration-cost"));
    }

    private static Scheduling create(Processors processors, Values values) {
        int cores = processors.cores().size();
        long slice = LinuxKeys.factor(values, cores) * values.whole("base-slice");
        Ticks ticks = new Ticks(values.whole("tick"));
        LinuxScheduling.Kind<FairThread> kind = new LinuxScheduling.Kind<>(
                context -> FairThread.of(context, values.whole("quota-period")),
                core -> new EevdfQueue(core, slice, ticks));
        return new LinuxScheduling<>(processors, kind, LinuxKeys.fairBalancing(values, ticks, cores));
    }
}
