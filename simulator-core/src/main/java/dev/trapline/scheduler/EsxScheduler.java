package dev.trapline.scheduler;

import dev.trapline.declare.Component;
import dev.trapline.declare.Dimension;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import java.util.List;

/**
 * The VMkernel's CPU scheduler: proportional share by shares, with reservation and limit, over vCPUs that are co-scheduled
 * and guests that have a home. A weight of 1 is 1,000 shares; reservation and limit are parts of one core, which the
 * product writes in MHz.
 */
public final class EsxScheduler {
    private static final long SHORTEST_SKEW = 10 * Time.PICOS_PER_MICRO;
    private static final long MEGABIT = 1_000_000;
    private static final String NONE = "none";

    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "esx-proportional-share",
            "Proportional share with shares (1,000 x weight), reservation and limit (parts of a core) over all cores, with"
                    + " affinity and co-scheduling; a waking vCPU that got less than its share preempts.",
            "VMware, ESX Server 2 Administration Guide, chapter on CPU resources; quantum: vSphere High Performance Cookbook; order by virtual time: Waldspurger and Weihl 1995;"
                    + " co-scheduling: VMware, Co-scheduling SMP VMs in VMware ESX Server, 2008",
            List.of(
                    ShareRules.time("quantum", 50 * Time.PICOS_PER_MILLI,
                            "How long a vCPU runs before the choice is made anew (CpuQuantum)."),
                    ShareRules.time("preemption-threshold", Time.PICOS_PER_MILLI,
                            "How far behind the running vCPU in virtual time a waking one must be to preempt; assumed."),
                    ShareRules.time("wake-credit", 10 * Time.PICOS_PER_MILLI,
                            "How much unused share a vCPU keeps through a sleep; assumed."),
                    ShareRules.time("migration-threshold", 50 * Time.PICOS_PER_MILLI,
                            "How much unfairness in virtual time a core accepts to keep whom it ran last; assumed."),
                    ShareRules.time("limit-period", 50 * Time.PICOS_PER_MILLI,
                            "In which time a limit is kept; assumed."),
                    Shape.optional("co-scheduling", Shape.choice(NONE, "strict", "relaxed"), "relaxed",
                            "After a guest was stopped for skew, who must start together: nobody is ever stopped, all who"
                                    + " want to run (ESX 2), or those who lagged (ESX 3)."),
                    Shape.optional("skew-threshold", Shape.time(SHORTEST_SKEW, Time.PICOS_PER_SECOND), 3 * Time.PICOS_PER_MILLI,
                            "How far a vCPU may lag behind the others of its guest; assumed."),
                    Shape.optional("cell", Shape.either(Shape.count(1, 1024), Shape.choice(NONE)), NONE,
                            "Cores of a cell, in which all vCPUs of a guest run (4 in ESX 3, none from ESX 4); where there"
                                    + " are memory nodes these take the place of cells."),
                    Shape.optional("numa-rebalance", Shape.time(Time.PICOS_PER_MILLI, 1e15), 2 * Time.PICOS_PER_SECOND,
                            "How often a guest may get another home node or cell for the sake of balance; assumed."),
                    Shape.optional("page-migration", Shape.of(Dimension.BANDWIDTH, MEGABIT, 1e13), 800 * MEGABIT,
                            "How fast a guest's memory follows it to another node; assumed.")),
            EsxScheduler::factory);

    private EsxScheduler() {}

    private static SchedulerFactory factory(Values values) {
        ShareRules rules = ShareRules.of(values, "limit-period");
        int cell = values.get("cell").equals(NONE) ? 0 : values.count("cell");
        Homes.Rules homes = new Homes.Rules(
                cell, values.whole("numa-rebalance"), values.whole("page-migration") / 8.0, Long.MAX_VALUE);
        String kind = values.text("co-scheduling");
        Gang.Rules gangs = kind.equals(NONE) ? null : new Gang.Rules(values.whole("skew-threshold"), kind.equals("strict"));
        return SchedulerFactory.knowing(
                Controls.ALL, rules.promises(), processors -> new ProportionalShare(processors, rules, homes, gangs));
    }
}
