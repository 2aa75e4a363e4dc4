package dev.trapline.scheduler;

import dev.trapline.declare.Component;
import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import java.util.List;

/**
 * The VMkernel's CPU scheduler with one vCPU per guest: proportional share by shares, with reservation and limit. A
 * weight of 1 is 1,000 shares; reservation and limit are parts of one core, which the product writes in MHz.
 */
public final class EsxScheduler {
    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "esx-proportional-share",
            "Proportional share with shares (1,000 x weight), reservation and limit (parts of a core) over all cores, with"
                    + " affinity; a waking vCPU that got less than its share preempts.",
            "VMware, ESX Server 2 Administration Guide, chapter on CPU resources; quantum: vSphere High Performance Cookbook; order by virtual time: Waldspurger and Weihl 1995",
            List.of(
                    ProportionalShare.time("quantum", 50 * Time.PICOS_PER_MILLI,
                            "How long a vCPU runs before the choice is made anew (CpuQuantum)."),
                    ProportionalShare.time("preemption-threshold", Time.PICOS_PER_MILLI,
                            "How far behind the running vCPU in virtual time a waking one must be to preempt; assumed."),
                    ProportionalShare.time("wake-credit", 10 * Time.PICOS_PER_MILLI,
                            "How much unused share a vCPU keeps through a sleep; assumed."),
                    ProportionalShare.time("migration-threshold", 50 * Time.PICOS_PER_MILLI,
                            "How much unfairness in virtual time a core accepts to keep whom it ran last; assumed."),
                    ProportionalShare.time("limit-period", 50 * Time.PICOS_PER_MILLI,
                            "In which time a limit is kept; assumed.")),
            EsxScheduler::factory);

    private EsxScheduler() {}

    private static SchedulerFactory factory(Values values) {
        ProportionalShare.Rules rules = ProportionalShare.Rules.of(values, "limit-period");
        return SchedulerFactory.knowing(Controls.ALL, rules.promises(), processors -> new ProportionalShare(processors, rules));
    }
}
