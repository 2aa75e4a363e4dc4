package dev.trapline.scheduler;

import dev.trapline.declare.Component;
import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;
import java.util.List;

/**
 * Linux's O(1) scheduler of 2.6.18, under which a vCPU of the KVM of Red Hat Enterprise Linux 5.4 is a thread of nice 0.
 * It knows no weights (nice levels make slices of 5 to 100 and 420 to 800 ms, which are not proportional), no caps and no
 * reserves.
 */
public final class LinuxO1Scheduler {
    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "linux-o1",
            "Linux's O(1) scheduler of 2.6.18: slices of 100 ms charged by the tick, an active and an expired array for each"
                    + " core, priorities by how much a thread sleeps, preemption on wake-up, balancing; no weights, no caps.",
            "kernel/sched.c of Linux 2.6.18; J. Aas, Understanding the Linux 2.6.8.1 CPU Scheduler, SGI, 2005",
            LinuxKeys.with(List.of(
                    LinuxKeys.time("timeslice", Time.PICOS_PER_MILLI, 100 * Time.PICOS_PER_MILLI,
                            "The time slice of nice 0, in whole ticks."),
                    LinuxKeys.time("granularity", Time.PICOS_PER_MILLI, 10 * Time.PICOS_PER_MILLI,
                            "After how long, times the cores, the most interactive threads let their equals go first."),
                    LinuxKeys.time("max-sleep", 10 * Time.PICOS_PER_MILLI, 1000 * Time.PICOS_PER_MILLI,
                            "How much sleep makes the highest bonus; also how long, for each thread, interactive ones may"
                                    + " keep the expired waiting."),
                    LinuxKeys.time("tick", Time.PICOS_PER_MICRO, Time.PICOS_PER_MILLI,
                            "The period of the tick, which charges whoever runs when it comes.")),
                    2.5, 64, "How often each busy core compares its load with that of the others.", 125),
            values -> SchedulerFactory.knowing(Controls.NONE, promises(values), processors -> create(processors, values)));

    /*
     * A thread of nice 0 has a slice of 100 ms. Each tick takes one tick of it from whoever runs. When it is used up the
     * thread gets a new one and waits in the expired array, until the active one is empty and the two change roles; an
     * interactive thread goes back to the active array, unless the expired have waited for longer than max-sleep times
     * the threads of the core.
     *
     * Priority is 120, plus 5, less the bonus: 0 to 10 tenths of max-sleep in the thread's sleep account. Sleep adds to
     * it in full, but a single sleep above the limit of what is interactive only lifts it to that limit; running takes
     * from it, divided by the bonus. Of nice 0, 118 and better is interactive. The priority is computed anew on waking
     * and with a new slice. Whoever wakes preempts a thread of strictly lower priority; who is preempted stays first of
     * its priority. An interactive thread goes behind its equals after each piece of its slice: granularity x cores x
     * 2^(9 - bonus). One that yields waits in the expired array.
     *
     * Balancing only makes cores more equal, so that of three hogs on two cores two stay together.
     *
     * n hogs on a core thus run 100 ms each in turn, and wait (n - 1) x 100 ms.
     *
     * How long a thread counts as warm, the kernel measured at boot; 2.5 ms was what it assumed before. Left out: the
     * part of the wait for the core that counts as sleep, sleeps of disk requests (uninterruptible), real-time and other
     * nice levels. A new vCPU begins without sleep to its credit.
     */

    private LinuxO1Scheduler() {}

    /** All others may go before, a slice each; an idle core looks at its ticks, and not for whoever ran just now. */
    private static Promises promises(Values values) {
        long slice = values.whole("timeslice");
        return Promises.of((contexts, cores) -> contexts * slice)
                .idlingFor(2 * values.whole("tick") + values.whole("migration-cost"))
                .unevenOverCores();
    }

    private static Scheduling create(Processors processors, Values values) {
        int cores = processors.cores().size();
        Ticks ticks = new Ticks(values.whole("tick"));
        TimesliceQueue.Rules rules = new TimesliceQueue.Rules(
                ticks,
                Math.max(1, values.whole("timeslice") / ticks.periodPicos()),
                Math.max(1, values.whole("granularity") / ticks.periodPicos()) * cores,
                values.whole("max-sleep"));
        LinuxScheduling.Kind<TimesliceThread> kind = new LinuxScheduling.Kind<>(
                context -> new TimesliceThread(context, rules), core -> new TimesliceQueue(core, rules));
        return new LinuxScheduling<>(processors, kind, LinuxKeys.balancing(values, ticks, values.whole("balance-interval"), false));
    }
}
