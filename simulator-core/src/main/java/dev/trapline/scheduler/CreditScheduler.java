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
 * Xen's credit scheduler as it was in 3.2: a run queue for each core, three priorities, credits that a tick takes from
 * whoever runs when it comes, and stealing. A weight of 1 is a weight of 256 for the whole domain; the cap of a domain
 * is the sum of its vCPUs' caps.
 */
public final class CreditScheduler implements Scheduling, CreditAccounting.Parking {
    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "xen-credit",
            "Xen's credit scheduler of 3.2: weight (256 x weight) and cap by domain, tick-sampled debit, boost on"
                    + " wake-up, a run queue for each core, stealing.",
            "xen@3.2.0-rc6:xen/common/sched_credit.c",
            List.of(
                    Shape.optional("slice", Shape.time(Time.PICOS_PER_MILLI, 10.0 * Time.PICOS_PER_SECOND),
                            30 * Time.PICOS_PER_MILLI,
                            "How long a vCPU runs before the core chooses again; a multiple of the tick."),
                    Shape.optional("tick", Shape.time(Time.PICOS_PER_MICRO, Time.PICOS_PER_SECOND),
                            10 * Time.PICOS_PER_MILLI,
                            "How often a core charges the vCPU that runs; credit is handed out every third tick."),
                    Shape.optional("credits-per-tick", Shape.count(1, 1_000_000), 100L,
                            "What a vCPU is charged that runs when a tick comes.")),
            values -> SchedulerFactory.knowing(
                    Controls.WEIGHT_AND_CAP, processors -> new CreditScheduler(processors, values)));

    /*
     * The rules of the source, in its order: a tick charges, accounts on the master every third time, and sorts the
     * queue; accounting itself preempts nobody. Ticks of all cores come at one instant, before the scheduling decisions
     * of that instant. The timer slop of 50 us is left out. The choice of a better idle core at a tick, which looks for
     * idle neighbours in package and core, has nothing to prefer among the cores of one package without sibling
     * threads, which is what this is told of the machine.
     *
     * An idle core too asks again after a slice, and may find something to steal then. These timers are armed only
     * while something is queued, but for the instants at which an idle core would have asked.
     */

    private static final int TICKS_PER_ACCOUNTING = 3;

    private final Processors processors;
    private final long slicePicos;
    private final long tickPicos;
    private final long creditsPerTick;
    private final CreditAccounting accounting;
    private final List<CreditDomain> domains = new ArrayList<>();
    private final List<CreditVcpu> vcpus = new ArrayList<>();
    private final CreditQueue[] queues;
    private final Timer[] idleLooks;
    private final long[] idleSince;
    private final Timer tick;
    private long ticks;

    private CreditScheduler(Processors processors, Values values) {
        this.processors = processors;
        slicePicos = values.whole("slice");
        tickPicos = values.whole("tick");
        creditsPerTick = values.whole("credits-per-tick");
        int cores = processors.cores().size();
        accounting = new CreditAccounting(cores, TICKS_PER_ACCOUNTING * creditsPerTick, this);
        queues = new CreditQueue[cores];
        idleLooks = new Timer[cores];
        idleSince = new long[cores];
        for (Core core : processors.cores()) {
            queues[core.index()] = new CreditQueue();
            idleLooks[core.index()] = processors.simulation()
                    .newTimer("credit idle core " + core.index(), Phase.DECIDE, core::reschedule);
        }
        tick = processors.simulation().newTimer("credit tick", Phase.ARRIVE, this::tick);
    }

    @Override
    public void admit(Context context) {
        CreditDomain domain = domain(context);
        domain.add(context.share());
        vcpus.add(new CreditVcpu(context, domain, firstCore(context)));
    }

    private CreditDomain domain(Context context) {
        for (CreditDomain domain : domains) {
            if (domain.number == context.domain()) {
                return domain;
            }
        }
        CreditDomain added = new CreditDomain(context.domain(), context.share());
        domains.add(added);
        return added;
    }

    /** The core to which the fewest vCPUs were given so far. */
    private int firstCore(Context context) {
        if (context.pinnedTo() >= 0) {
            return context.pinnedTo();
        }
        int[] given = new int[queues.length];
        int least = 0;
        for (CreditVcpu vcpu : vcpus) {
            given[vcpu.core]++;
        }
        for (int i = 1; i < given.length; i++) {
            least = given[i] < given[least] ? i : least;
        }
        return least;
    }

    @Override
    public void start() {
        tick.armAfter(tickPicos);
    }

    @Override
    public void wake(Context context) {
        CreditVcpu vcpu = vcpu(context);
        if (vcpu.parked) {
            return;
        }
        if (vcpu.priority == CreditVcpu.UNDER) {
            vcpu.priority = CreditVcpu.BOOST;
        }
        insert(vcpu);
        tickle(vcpu);
    }

    @Override
    public void block(Context context, Core core) {}

    @Override
    public void requeue(Context context, Core core) {
        CreditVcpu vcpu = vcpu(context);
        if (!vcpu.parked) {
            insert(vcpu);
        }
    }

    @Override
    public Context next(Core core) {
        idleLooks[core.index()].cancel();
        CreditVcpu chosen = choose(core);
        if (chosen == null) {
            idleSince[core.index()] = processors.now();
            lookLaterIfQueued(core);
            return null;
        }
        chosen.core = core.index();
        return chosen.context;
    }

    @Override
    public long slice(Context context, Core core) {
        return slicePicos;
    }

    @Override
    public void park(CreditVcpu vcpu) {
        vcpu.parked = true;
        if (vcpu.context.state() == Context.State.RUNNING) {
            vcpu.context.core().reschedule();
        } else {
            queues[vcpu.core].remove(vcpu);
        }
    }

    @Override
    public void unpark(CreditVcpu vcpu) {
        vcpu.parked = false;
        if (vcpu.context.state() == Context.State.READY) {
            insert(vcpu);
            tickle(vcpu);
        }
    }

    private CreditVcpu choose(Core core) {
        CreditVcpu head = queues[core.index()].head();
        if (head == null || head.priority <= CreditVcpu.OVER) {
            CreditVcpu stolen = steal(core, head == null ? CreditVcpu.IDLE : head.priority);
            if (stolen != null) {
                return stolen;
            }
        }
        if (head != null) {
            queues[core.index()].remove(head);
        }
        return head;
    }

    /** Looks through the queues of the busy cores, beginning with the one after this. */
    private CreditVcpu steal(Core thief, int priority) {
        int cores = queues.length;
        for (int i = 1; i < cores; i++) {
            int peer = (thief.index() + i) % cores;
            CreditVcpu stolen = core(peer).isIdle() ? null : queues[peer].steal(priority, thief);
            if (stolen != null) {
                return stolen;
            }
        }
        return null;
    }

    private void insert(CreditVcpu vcpu) {
        queues[vcpu.core].insert(vcpu);
        for (int i = 0; i < queues.length; i++) {
            if (core(i).isIdle() && !idleLooks[i].isArmed()) {
                lookLater(i);
            }
        }
    }

    /** Tells its core if that runs something of lower priority, and the idle cores if that one is busy. */
    private void tickle(CreditVcpu vcpu) {
        Core home = core(vcpu.core);
        int running = home.isIdle() ? CreditVcpu.IDLE : vcpu(home.current()).priority;
        if (vcpu.priority > running) {
            home.reschedule();
        }
        if (!home.isIdle()) {
            for (int i = 0; i < queues.length; i++) {
                if (core(i).isIdle() && Calls.allows(vcpu.context, core(i))) {
                    core(i).reschedule();
                }
            }
        }
    }

    private void lookLaterIfQueued(Core core) {
        for (CreditQueue queue : queues) {
            if (!queue.isEmpty()) {
                lookLater(core.index());
                return;
            }
        }
    }

    private void lookLater(int core) {
        long idle = processors.now() - idleSince[core];
        idleLooks[core].armAfter(slicePicos - idle % slicePicos);
    }

    private void tick() {
        ticks++;
        for (int i = 0; i < queues.length; i++) {
            charge(core(i).current());
            if (i == 0 && ticks % TICKS_PER_ACCOUNTING == 0) {
                accounting.account();
            }
            queues[i].sort();
        }
        tick.armAfter(tickPicos);
    }

    private void charge(Context running) {
        if (running == null) {
            return;
        }
        CreditVcpu vcpu = vcpu(running);
        if (vcpu.priority == CreditVcpu.BOOST) {
            vcpu.priority = CreditVcpu.UNDER;
        }
        vcpu.credit -= creditsPerTick;
        if (!vcpu.active) {
            accounting.activate(vcpu);
        }
    }

    private Core core(int index) {
        return processors.cores().get(index);
    }

    private CreditVcpu vcpu(Context context) {
        return vcpus.get(context.ordinal());
    }
}
