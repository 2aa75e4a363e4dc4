package dev.trapline.scheduler;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import java.util.List;

/**
 * The hypervisor's classic scheduler of Windows Server 2008: weight, reserve and cap for each virtual processor, which
 * are scheduled independently of each other and prefer the core they ran on and the node of their memory. A weight of 1 is a relative weight of 100.
 *
 * <p>Microsoft published the controls and their meaning (TLFS 2.0, chapter 18: shares by weight, guaranteed over
 * hundredths of a second), not the order of dispatching. Chosen here: virtual time as in {@link ProportionalShare}, and
 * a waking virtual processor preempts the one that is furthest beyond its fair share, if by more than the threshold.
 */
public final class HyperVScheduler {
    static final String CAP_PERIOD = "cap-period";
    /** What both schedulers of Hyper-V can be told. */
    static final List<Shape.Key> KEYS = List.of(
            ShareRules.time("quantum", 10 * Time.PICOS_PER_MILLI,
                    "How long a virtual processor runs before the choice is made anew; not published, assumed."),
            ShareRules.time("preemption-threshold", Time.PICOS_PER_MILLI,
                    "How far behind in virtual time a waking virtual processor must be to preempt; assumed."),
            ShareRules.time("wake-credit", 10 * Time.PICOS_PER_MILLI,
                    "How much unused share a virtual processor keeps through a sleep; assumed."),
            ShareRules.time("migration-threshold", 10 * Time.PICOS_PER_MILLI,
                    "How much unfairness in virtual time a core accepts to keep whom it ran last; assumed."),
            ShareRules.time(CAP_PERIOD, 50 * Time.PICOS_PER_MILLI,
                    "In which time a cap is kept; the policy holds over hundredths of a second."));

    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "hyper-v",
            "Fair share with weight (100 x weight), reserve and cap (parts of a core) for each virtual processor;"
                    + " independent scheduling, previous core preferred; a waking one that got less than its share preempts.",
            "TLFS 2.0, chapter 18; quantum and order of dispatching are not published",
            KEYS,
            HyperVScheduler::factory);

    private HyperVScheduler() {}

    private static SchedulerFactory factory(Values values) {
        ShareRules rules = ShareRules.of(values, CAP_PERIOD);
        Homes.Rules homes = new Homes.Rules(0, 0, 0, rules.migrationPicos());
        return SchedulerFactory.knowing(
                Controls.ALL, rules.promises(), processors -> new ProportionalShare(processors, rules, homes, null));
    }
}
