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
                            "What a vCPU is charged for a tick."),
                    Shape.optional("boost", Shape.flag(), true,
                            "Whether a vCPU that wakes with credit left goes before all that have run; not before October 2006"
                                    + " (xen@59f9d8ef44)."),
                    Shape.optional("exact-debit", Shape.flag(), false,
                            "Charge for the time that was run, as Xen 4.17 does, not whoever runs when a tick comes."),
                    Shape.optional("rate-limit", Shape.time(0, 0.5 * Time.PICOS_PER_SECOND), 0L,
                            "How long a vCPU keeps its core whoever wakes; 1,000 us in Xen 4.17, unknown to 3.2.")),
            CreditScheduler::factory);

    /*
     * The rules of the source, in its order: a tick charges, accounts on the master every third time, and sorts the
     * queue; accounting itself preempts nobody. Ticks of all cores come at one instant, before the scheduling decisions
     * of that instant. The timer slop of 50 us is left out. Who leaves at a tick for a better idle core arrives there as
     * one that wakes, boosted if it has credit. Who yields goes behind its equals, as at the end of a slice.
     *
     * With exact debit whoever was charged is active, so that nobody hides from the tick. With a rate limit the vCPU that
     * was to be displaced goes on until it has run for so long, unless it yields. Of what else Xen 4.17 does differently
     * nothing is here: who becomes inactive there keeps half of its credit, and who migrates is not boosted.
     *
     * An idle core too asks again after a slice, and may find something to steal then (IdleLooks).
     */

    private static final int TICKS_PER_ACCOUNTING = 3;

    private final Processors processors;
    private final long slicePicos;
    private final long tickPicos;
    private final long rateLimitPicos;
    private final boolean boosts;
    private final CreditDebit debit;
    private final CreditAccounting accounting;
    private final Placement placement;
    private final IdlestCore idlest;
    private final Domains<CreditDomain> domains = new Domains<>(CreditDomain::new);
    private final List<CreditVcpu> vcpus = new ArrayList<>();
    private final CreditQueue[] queues;
    private final CreditVcpu[] displaced;
    private final IdleLooks idleLooks;
    private final Timer tick;
    private long ticks;

    /**
     * An idle core looks once in a slice. Who is as far over as can be is under again after as many accounting periods as
     * there are equals; then all others, if they are on its core, go before it for a slice each.
     */
    private static SchedulerFactory factory(Values values) {
        long slice = values.whole("slice");
        long accounting = TICKS_PER_ACCOUNTING * values.whole("tick");
        Promises promises =
                Promises.of((contexts, cores) -> contexts * accounting + (contexts - 1) * slice).idlingFor(slice);
        return SchedulerFactory.knowing(
                Controls.WEIGHT_AND_CAP, promises, processors -> new CreditScheduler(processors, values));
    }

    private CreditScheduler(Processors processors, Values values) {
        this.processors = processors;
        slicePicos = values.whole("slice");
        tickPicos = values.whole("tick");
        rateLimitPicos = values.whole("rate-limit");
        boosts = values.flag("boost");
        long creditsPerTick = values.whole("credits-per-tick");
        debit = new CreditDebit(creditsPerTick, tickPicos, values.flag("exact-debit"));
        placement = new Placement(processors.cores().size());
        int cores = processors.cores().size();
        accounting = new CreditAccounting(cores, TICKS_PER_ACCOUNTING * creditsPerTick, this);
        queues = new CreditQueue[cores];
        idlest = new IdlestCore(processors.cores(), queues);
        displaced = new CreditVcpu[cores];
        idleLooks = new IdleLooks(processors, queues, slicePicos);
        for (Core core : processors.cores()) {
            queues[core.index()] = new CreditQueue();
        }
        tick = processors.simulation().newTimer("credit tick", Phase.ARRIVE, this::tick);
    }

    @Override
    public void admit(Context context) {
        CreditDomain domain = domains.of(context);
        domain.terms.add(context.share());
        vcpus.add(new CreditVcpu(context, domain, placement.place(context)));
    }

    @Override
    public void start() {
        tick.armAfter(tickPicos);
    }

    @Override
    public void wake(Context context) {
        wake(vcpu(context));
    }

    private void wake(CreditVcpu vcpu) {
        if (vcpu.parked) {
            return;
        }
        if (boosts && vcpu.priority == CreditVcpu.UNDER) {
            vcpu.priority = CreditVcpu.BOOST;
        }
        insert(vcpu);
        tickle(vcpu);
    }

    @Override
    public void block(Context context, Core core) {
        CreditVcpu vcpu = vcpu(context);
        stops(vcpu);
        vcpu.migrating = false;
        vcpu.yielded = false;
    }

    @Override
    public void yields(Context context, Core core) {
        vcpu(context).yielded = true;
        core.reschedule();
    }

    @Override
    public void requeue(Context context, Core core) {
        CreditVcpu vcpu = vcpu(context);
        stops(vcpu);
        if (vcpu.migrating) {
            vcpu.migrating = false;
            vcpu.core = idlest.betterThan(core, context).index();
            wake(vcpu);
        } else if (!vcpu.parked) {
            insert(vcpu);
            displaced[core.index()] = vcpu.yielded ? null : vcpu;
        }
        vcpu.yielded = false;
    }

    private void stops(CreditVcpu vcpu) {
        if (debit.stops(vcpu, processors.now()) && !vcpu.active) {
            accounting.activate(vcpu);
        }
    }

    @Override
    public Context next(Core core) {
        idleLooks.cancel(core);
        CreditVcpu before = displaced[core.index()];
        displaced[core.index()] = null;
        boolean goesOn = mayGoOn(before, core);
        CreditVcpu chosen = goesOn ? before : choose(core);
        if (chosen == null) {
            idleLooks.idles(core);
            return null;
        }
        chosen.core = core.index();
        chosen.chargedUntil = processors.now();
        if (chosen != before) {
            chosen.dispatchedAt = processors.now();
        }
        chosen.slicePicos = goesOn ? rateLimitPicos - (processors.now() - chosen.dispatchedAt) : slicePicos;
        return chosen.context;
    }

    /** Takes the vCPU that was displaced out of the queue again if the rate limit lets it keep the core. */
    private boolean mayGoOn(CreditVcpu before, Core core) {
        return before != null
                && processors.now() - before.dispatchedAt < rateLimitPicos
                && queues[core.index()].remove(before);
    }

    @Override
    public long slice(Context context, Core core) {
        return vcpu(context).slicePicos;
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
        idleLooks.queued();
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

    private void tick() {
        ticks++;
        for (int i = 0; i < queues.length; i++) {
            charge(core(i));
            if (i == 0 && ticks % TICKS_PER_ACCOUNTING == 0) {
                accounting.account();
            }
            queues[i].sort();
        }
        tick.armAfter(tickPicos);
    }

    private void charge(Core core) {
        if (core.isIdle()) {
            return;
        }
        CreditVcpu vcpu = vcpu(core.current());
        if (vcpu.priority == CreditVcpu.BOOST) {
            vcpu.priority = CreditVcpu.UNDER;
        }
        debit.ticks(vcpu, processors.now());
        if (!vcpu.active) {
            accounting.activate(vcpu);
        } else if (idlest.betterThan(core, vcpu.context) != core) {
            vcpu.migrating = true;
            core.reschedule();
        }
    }

    private Core core(int index) {
        return processors.cores().get(index);
    }

    private CreditVcpu vcpu(Context context) {
        return vcpus.get(context.ordinal());
    }
}
