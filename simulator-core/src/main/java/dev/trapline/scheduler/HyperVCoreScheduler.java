package dev.trapline.scheduler;

import dev.trapline.declare.Component;
import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Timer;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;
import java.util.ArrayList;
import java.util.List;

/**
 * Hyper-V's core scheduler, the default from Windows Server 2019 on: virtual processors of different partitions never
 * run on the two threads of one core at one time. Weight, reserve and cap are those of the classic scheduler; on cores
 * with one thread it does what that one does, but for slices that were interrupted.
 */
public final class HyperVCoreScheduler implements Scheduling {
    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "hyper-v-core",
            "Fair share as under the classic scheduler, but both threads of a core belong to virtual processors of one"
                    + " partition for a quantum; a thread for which that one has none idles.",
            "learn.microsoft.com/windows-server/virtualization/hyper-v/manage/manage-hyper-v-scheduler-types; TLFS 2.0,"
                    + " chapter 18; quantum and order of dispatching are not published",
            HyperVScheduler.KEYS,
            HyperVCoreScheduler::factory);

    /*
     * Microsoft published the constraint, not the order. Chosen here: the thread of a core that looks for work while the
     * other one has none, or when the turn of the core is over, takes the virtual processor that is least far in virtual
     * time (see ProportionalShare), whosever it is; the core is then that partition's for a quantum, and the other
     * thread takes the least far of that partition or idles. Both turns end at one instant. A waking virtual processor
     * takes a thread that is free for it; else it preempts whoever is further than the threshold ahead of it: one thread
     * if the core is its partition's, both, and with them the turn of the core, if not. One that is bound to a thread
     * (the root partition's are) may have to wait for the other thread although its own is idle: it preempts that one, without
     * a threshold whoever may go on at once on another core, and when a turn is over and it is the least far, the turn is its partition's.
     *
     * Left out: which virtual processors of a guest its topology makes siblings; any two of a partition may share a core.
     */

    private static SchedulerFactory factory(Values values) {
        ShareRules rules = ShareRules.of(values, HyperVScheduler.CAP_PERIOD);
        return SchedulerFactory.knowing(
                Controls.ALL,
                rules.promises().leavingCoresIdle(),
                processors -> new HyperVCoreScheduler(processors, rules));
    }

    private static final int ANYBODY = Integer.MIN_VALUE;

    private final Processors processors;
    private final ShareRules rules;
    private final Calls calls;
    private final List<Competitor> competitors = new ArrayList<>();
    private final List<Timer> pauses = new ArrayList<>();
    private final Contenders ready = new Contenders();
    private final long[] turnEnds;
    private final Contenders.Eligible mayTake = this::mayTake;
    private final Contenders.Eligible isBoundTo = (candidate, core) -> candidate.context.pinnedTo() == core.index();
    private long systemVirtualPicos;
    /** Whose virtual processors a core may choose of. */
    private int owner = ANYBODY;
    /** Lets its core go to others at the decision that comes. */
    private Competitor passedOver;

    private HyperVCoreScheduler(Processors processors, ShareRules rules) {
        this.processors = processors;
        this.rules = rules;
        calls = new Calls(processors.cores(), this::isOpenTo);
        turnEnds = new long[processors.cores().size()];
    }

    @Override
    public void admit(Context context) {
        Competitor competitor = new Competitor(context, new Allowance(context.share().cap(), rules.capPeriodPicos()));
        competitors.add(competitor);
        pauses.add(processors.simulation().newTimer(context.name() + " cap", Phase.ARRIVE, () -> enter(competitor)));
    }

    @Override
    public void start() {}

    @Override
    public void wake(Context context) {
        enter(competitor(context));
    }

    /** It is ready again: after sleep, or after the pause that its cap demanded. */
    private void enter(Competitor competitor) {
        competitor.returns(processors.now(), systemVirtualPicos - rules.wakeCreditPicos());
        if (competitor.isExhausted()) {
            pause(competitor);
            return;
        }
        ready.add(competitor);
        if (!calls.callIdle(competitor.context)) {
            preemptFor(competitor);
        }
    }

    private void pause(Competitor competitor) {
        pauses.get(competitor.context.ordinal()).armAfter(competitor.pausePicos());
    }

    @Override
    public void block(Context context, Core core) {
        competitor(context).stops(processors.now());
        competitor(context).yields(false);
    }

    @Override
    public void requeue(Context context, Core core) {
        Competitor displaced = competitor(context);
        displaced.stops(processors.now());
        displaced.catchUp(rules.leastVirtual(systemVirtualPicos));
        passedOver = displaced.yields() ? displaced : null;
        displaced.yields(false);
        if (displaced.isExhausted()) {
            pause(displaced);
        } else {
            ready.add(displaced);
            calls.displaced(context);
        }
    }

    @Override
    public void yields(Context context, Core core) {
        competitor(context).yields(true);
        calls.call(core);
    }

    @Override
    public Context next(Core core) {
        owner = owner(core);
        leaveTurnTo(core.sibling(), core);
        Competitor chosen = choose(core, processors.now());
        if (chosen == null && passedOver != null) {
            passedOver = null;
            chosen = choose(core, processors.now());
        }
        passedOver = null;
        if (chosen != null) {
            give(core, chosen);
        }
        calls.answered(core, chosen == null ? null : chosen.context);
        return chosen == null ? null : chosen.context;
    }

    /** If one that is bound to the other thread goes before all that may have this one, the turn is its partition's. */
    private void leaveTurnTo(Core sibling, Core core) {
        if (owner != ANYBODY || sibling == null) {
            return;
        }
        long now = processors.now();
        Competitor bound = ready.first(sibling, isBoundTo, now);
        if (bound != null && Contenders.goesBefore(bound, ready.first(core, mayTake, now), now)) {
            owner = bound.context.domain();
            beginTurn(core);
        }
    }

    private Competitor choose(Core core, long now) {
        Competitor chosen = ready.first(core, mayTake, now);
        return chosen == null || chosen.isOwed(now) ? chosen : ready.warmOr(chosen, core, mayTake, rules.migrationPicos());
    }

    private boolean mayTake(Competitor candidate, Core core) {
        return candidate != passedOver && Calls.allows(candidate.context, core) && (owner == ANYBODY || candidate.context.domain() == owner);
    }

    private void give(Core core, Competitor chosen) {
        long now = processors.now();
        ready.remove(chosen);
        if (!chosen.isOwed(now)) {
            systemVirtualPicos = Math.max(systemVirtualPicos, chosen.virtualPicos());
        }
        if (owner == ANYBODY) {
            beginTurn(core);
        }
        chosen.newSlice(turnEnds[core.index()] - now);
        chosen.starts(now);
    }

    private void beginTurn(Core core) {
        turnEnds[core.index()] = processors.now() + rules.quantumPicos();
        Core sibling = core.sibling();
        if (sibling != null) {
            turnEnds[sibling.index()] = turnEnds[core.index()];
            calls.call(sibling);
        }
    }

    @Override
    public long slice(Context context, Core core) {
        return competitor(context).runPicos();
    }

    /** The partition that a thread has to serve because the other one of its core does. */
    private int owner(Core core) {
        Core sibling = core.sibling();
        boolean bound = sibling != null && !sibling.isIdle() && turnEnds[core.index()] > processors.now();
        return bound ? sibling.current().domain() : ANYBODY;
    }

    /** Whether a thread that is idle may run it: the other one has no work, and was not asked to find some. */
    private boolean isOpenTo(Context context, Core core) {
        Core sibling = core.sibling();
        return Calls.allows(context, core)
                && (sibling == null || calls.isFree(sibling)
                        || !sibling.isIdle() && sibling.current().domain() == context.domain());
    }

    private void preemptFor(Competitor woken) {
        int bound = woken.context.pinnedTo();
        Core first = bound < 0 ? woken.context.core() : processors.cores().get(bound);
        Core victim = first != null && mayPreempt(woken, first) ? first : bound < 0 ? furthestFor(woken) : null;
        if (victim == null) {
            return;
        }
        calls.call(victim);
        Core sibling = victim.sibling();
        if (sibling != null && !isShared(woken, sibling)) {
            turnEnds[victim.index()] = processors.now();
            turnEnds[sibling.index()] = processors.now();
            calls.call(sibling);
        }
    }

    /** The thread whose context is furthest of those that must give way, or null. */
    private Core furthestFor(Competitor woken) {
        Core furthest = null;
        long most = Long.MIN_VALUE;
        List<Core> cores = processors.cores();
        for (int i = 0; i < cores.size(); i++) {
            Core core = cores.get(i);
            if (mayPreempt(woken, core)) {
                long virtual = competitor(core.current()).virtualPicos(processors.now());
                if (virtual > most) {
                    most = virtual;
                    furthest = core;
                }
            }
        }
        return furthest;
    }

    private boolean mayPreempt(Competitor woken, Core core) {
        Core sibling = core.sibling();
        if (core.isIdle()) {
            boolean bound = woken.context.pinnedTo() == core.index();
            return bound && sibling != null && !sibling.isIdle() && givesWay(sibling, woken);
        }
        if (calls.isCalled(core) || !Calls.allows(woken.context, core)) {
            return false;
        }
        return givesWay(core, woken)
                && (sibling == null || sibling.isIdle() || isShared(woken, sibling) || givesWay(sibling, woken));
    }

    private boolean givesWay(Core core, Competitor woken) {
        return isAhead(core, woken) || woken.context.pinnedTo() >= 0 && canMove(core);
    }

    /** Whether whoever runs on a thread may go on at once on another core. */
    private boolean canMove(Core core) {
        List<Core> cores = processors.cores();
        for (int i = 0; i < cores.size(); i++) {
            Core other = cores.get(i);
            boolean elsewhere = other != core && other != core.sibling();
            if (elsewhere && calls.isFree(other) && isOpenTo(core.current(), other)) {
                return true;
            }
        }
        return false;
    }

    private boolean isShared(Competitor woken, Core sibling) {
        return !sibling.isIdle() && sibling.current().domain() == woken.context.domain();
    }

    private boolean isAhead(Core core, Competitor woken) {
        return competitor(core.current()).givesWayTo(woken, processors.now(), rules.preemptionPicos());
    }

    private Competitor competitor(Context context) {
        return competitors.get(context.ordinal());
    }
}
