package dev.trapline.scheduler;

import dev.trapline.declare.Component;
import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;
import java.util.List;

/**
 * Linux's completely fair scheduler of 2.6.32 to 6.5, under which a vCPU of KVM is a thread. A weight of 1 is 1,024 CPU
 * shares of the control group; a cap is its quota, as libvirt gives one to each vCPU. There are no reserves.
 */
public final class LinuxCfsScheduler {
    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "linux-cfs",
            "Linux's CFS: the least far in virtual time goes next, for its part by weight (1,024 shares x weight) of a"
                    + " latency; sleepers return half a latency behind; caps by quota and period; a run queue for each core"
                    + " with balancing.",
            "kernel/sched/fair.c of Linux 4 and 5, and Documentation/scheduler/sched-design-CFS and sched-bwc",
            LinuxKeys.fair(List.of(
                    LinuxKeys.time("latency", Time.PICOS_PER_MICRO, 6 * Time.PICOS_PER_MILLI,
                            "In which time each thread of a core has its turn (sched_latency); scaled."),
                    LinuxKeys.time("min-granularity", Time.PICOS_PER_MICRO, 0.75 * Time.PICOS_PER_MILLI,
                            "The turn, times the threads, if there are too many for the latency (sched_min_granularity); scaled."),
                    LinuxKeys.time("wakeup-granularity", 0, Time.PICOS_PER_MILLI,
                            "How far behind the running thread a waking one must be to preempt (sched_wakeup_granularity); scaled.")),
                    32),
            values -> SchedulerFactory.knowing(Controls.WEIGHT_AND_CAP, promises(values), processors -> create(processors, values)));

    /*
     * A thread that ran t is t / weight further in virtual time. The virtual time of a queue is that of its least far
     * thread and never goes back. The turn of a thread is latency x its load / the queue's load; with more threads than
     * latency / min-granularity, threads x min-granularity takes the place of the latency. At a tick it is over if the
     * thread ran longer than its turn, or at least min-granularity and is further than its turn ahead of the least far.
     * Whoever wakes is at most half a latency behind the queue (GENTLE_FAIR_SLEEPERS), and preempts if it is behind the
     * running thread by more than the wake-up granularity, in its own virtual time. A thread that moves keeps its
     * distance from the virtual time of the queue. One that yields because it spins lets the thread of its guest that
     * waited longest go, wherever that waits, or else the second of its own queue, if that is not further ahead than the
     * wake-up granularity (yield_to of KVM's pause-loop exits; the kernel takes the guest's threads in turn).
     *
     * n equal hogs on one core thus go round in max(latency, n x min-granularity), each turn rounded up to ticks; the
     * longest wait is a round without the own turn.
     *
     * Quota: see Quota. It is kept for each vCPU alone, so that the distribution of a group's quota over cores in pieces
     * has no effect. Left out: the delay of new threads (START_DEBIT), buddies, the hierarchy of groups (shares of a
     * guest with several vCPUs are per vCPU), group weights over several cores.
     */

    private LinuxCfsScheduler() {}

    /** Two rounds while balancing moves it, each turn rounded up to a tick; an idle core takes whoever is cold at its next look. */
    private static Promises promises(Values values) {
        long tick = values.whole("tick");
        return Promises.of((contexts, cores) -> {
            long factor = LinuxKeys.factor(values, cores);
            long round = factor * Math.max(values.whole("latency"), contexts * values.whole("min-granularity"));
            return 2 * round + contexts * tick;
        }).idlingFor(tick + 2 * values.whole("migration-cost"));
    }

    private static Scheduling create(Processors processors, Values values) {
        int cores = processors.cores().size();
        long factor = LinuxKeys.factor(values, cores);
        Ticks ticks = new Ticks(values.whole("tick"));
        CfsQueue.Rules rules = new CfsQueue.Rules(
                factor * values.whole("latency"),
                factor * values.whole("min-granularity"),
                factor * values.whole("wakeup-granularity"),
                ticks);
        LinuxScheduling.Kind<FairThread> kind = new LinuxScheduling.Kind<>(
                context -> FairThread.of(context, values.whole("quota-period")), core -> new CfsQueue(core, rules));
        return new LinuxScheduling<>(processors, kind, LinuxKeys.fairBalancing(values, ticks, cores));
    }
}
