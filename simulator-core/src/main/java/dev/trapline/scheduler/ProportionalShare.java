package dev.trapline.scheduler;

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
 * Proportional share in virtual time over one queue for all cores: the scheduling that products of the fair-share
 * family have in common. Each product declares itself in a class of its own and gives the numbers.
 */
final class ProportionalShare implements Scheduling {

    /*
     * A context that ran for t is t / weight further in its virtual time; the ready context that is least far goes next
     * (stride scheduling: Waldspurger and Weihl 1995; start-time fair queueing: Goyal, Guo and Vin 1996). The virtual
     * time of the system is the furthest point at which a context was started so far. Whoever returns from a sleep or a
     * pause goes on where it was, but no more than the wake credit behind the system: sleep earns no more than that.
     * For the same reason a context whose weight is worth more than a whole core does not fall back more than
     * LAG_QUANTA behind, or it would shut out all others as soon as enough of them came to make its weight matter.
     *
     * Reservation: a context that ran for t has its reservation used up for t / reserve; when that time is over and it
     * is still ready, it is owed, and the owed go before all others, the one longest owed first. All that it runs
     * counts, so that a context gets the greater of its reservation and its share.
     *
     * Cap: see Allowance. A context that has used it up is ready, but not in the queue, until it has filled again.
     *
     * Interrupted slices: a context that lost its core to a more urgent one before its slice was over goes on with the
     * rest of it on that core as soon as that one blocks, as long as nobody else took it meanwhile.
     *
     * Affinity: of those in the queue a core prefers one that ran on it last, unless that is more than the migration
     * threshold further than the first. Equal contexts therefore differ by no more than threshold and quantum in virtual
     * time, and none waits longer than (others / cores) x (threshold + 2 quanta).
     */

    /**
     * The numbers of one product, times in picoseconds, virtual times those of a context of weight 1.
     *
     * @param preemptionPicos how far a waking context must be behind a running one to take its core at once
     * @param wakeCreditPicos how far behind the system a context may return from sleep
     * @param migrationPicos how far ahead of the first in the queue a context may be that a core prefers for its warm cache
     * @param capPeriodPicos in which time a cap is kept
     */
    record Rules(long quantumPicos, long preemptionPicos, long wakeCreditPicos, long migrationPicos, long capPeriodPicos) {
        static Rules of(Values values, String capPeriod) {
            return new Rules(
                    values.whole("quantum"),
                    values.whole("preemption-threshold"),
                    values.whole("wake-credit"),
                    values.whole("migration-threshold"),
                    values.whole(capPeriod));
        }

        /** Every other may run ahead by threshold and two quanta. */
        Promises promises() {
            return Promises.of((contexts, cores) -> (contexts - 1) * (migrationPicos + 2 * quantumPicos) / cores);
        }

        /** As far as this, and no further, a context may fall behind the system while it is ready. */
        long leastVirtual(long systemVirtualPicos) {
            return systemVirtualPicos - LAG_QUANTA * quantumPicos;
        }
    }

    private static final int LAG_QUANTA = 4;

    private final Processors processors;
    private final Rules rules;
    private final Calls calls;
    private final List<Competitor> competitors = new ArrayList<>();
    private final List<Timer> pauses = new ArrayList<>();
    private final Contenders ready = new Contenders();
    private final Competitor[] interrupted;
    private final boolean[] resumes;
    private long systemVirtualPicos;

    ProportionalShare(Processors processors, Rules rules) {
        this.processors = processors;
        this.rules = rules;
        calls = new Calls(processors.cores());
        interrupted = new Competitor[processors.cores().size()];
        resumes = new boolean[interrupted.length];
    }

    /** Declares one of the numbers. */
    static Shape.Key time(String name, long picos, String sentence) {
        return Shape.optional(name, Shape.time(Time.PICOS_PER_MICRO, 10.0 * Time.PICOS_PER_SECOND), picos, sentence);
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

    @Override
    public void block(Context context, Core core) {
        competitor(context).stops(processors.now());
        resumes[core.index()] = true;
    }

    @Override
    public void requeue(Context context, Core core) {
        Competitor displaced = competitor(context);
        displaced.stops(processors.now());
        resumes[core.index()] = false;
        interrupted[core.index()] = displaced.sliceLeft() > 0 && !displaced.isExhausted() ? displaced : null;
        displaced.catchUp(rules.leastVirtual(systemVirtualPicos));
        if (displaced.isExhausted()) {
            pause(displaced);
        } else {
            ready.add(displaced);
            calls.displaced(context);
        }
    }

    @Override
    public Context next(Core core) {
        long now = processors.now();
        Competitor chosen = choose(core, now);
        calls.answered(core, chosen == null ? null : chosen.context);
        if (chosen == null) {
            return null;
        }
        ready.remove(chosen);
        if (!chosen.isOwed(now)) {
            systemVirtualPicos = Math.max(systemVirtualPicos, chosen.virtualPicos());
        }
        if (chosen != interrupted[core.index()]) {
            chosen.newSlice(rules.quantumPicos());
        }
        isInterruptedNoLonger(chosen);
        chosen.starts(now);
        return chosen.context;
    }

    /** It runs, here or on another core than the one where it was interrupted. */
    private void isInterruptedNoLonger(Competitor chosen) {
        for (int i = 0; i < interrupted.length; i++) {
            if (interrupted[i] == chosen) {
                interrupted[i] = null;
            }
        }
    }

    @Override
    public long slice(Context context, Core core) {
        return competitor(context).runPicos();
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

    private void preemptFor(Competitor woken) {
        Core last = woken.context.core();
        Core victim = last != null && mayPreempt(woken, last) ? last : furthestFor(woken);
        if (victim != null) {
            calls.call(victim);
        }
    }

    /** The core whose context is furthest of those that must give way, or null. */
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
        if (core.isIdle() || calls.isCalled(core) || !Calls.allows(woken.context, core)) {
            return false;
        }
        return competitor(core.current()).givesWayTo(woken, processors.now(), rules.preemptionPicos());
    }

    private Competitor choose(Core core, long now) {
        Competitor first = ready.first(core, Contenders.ANY, now);
        if (first == null || first.isOwed(now)) {
            return first;
        }
        Competitor resumed = interrupted[core.index()];
        return resumes[core.index()] && ready.contains(resumed)
                ? resumed
                : ready.warmOr(first, core, Contenders.ANY, rules.migrationPicos());
    }

    private Competitor competitor(Context context) {
        return competitors.get(context.ordinal());
    }
}
