package dev.trapline.scheduler;

import dev.trapline.engine.Phase;
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
     * ShareRules.LAG_QUANTA behind, or it would shut out all others as soon as enough of them came to make its weight matter.
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

    private final Processors processors;
    private final ShareRules rules;
    private final Homes homes;
    private final Calls calls;
    private final Competition competition;
    private final CoScheduling together;
    private final ShareQueue queue;
    private final Interrupted interrupted;
    private final List<Timer> pauses = new ArrayList<>();
    private long systemVirtualPicos;

    /** @param gangs how the vCPUs of a guest are co-scheduled; null: they are not */
    ProportionalShare(Processors processors, ShareRules rules, Homes.Rules homes, Gang.Rules gangs) {
        this.processors = processors;
        this.rules = rules;
        this.homes = new Homes(processors, homes);
        calls = new Calls(processors.cores(), this.homes);
        competition = new Competition(processors, this.homes, calls, rules.preemptionPicos());
        together = gangs == null ? CoScheduling.NONE : new Gangs(processors, gangs, competition, calls, this.homes);
        queue = new ShareQueue(this.homes, together, competition, calls, rules.migrationPicos());
        interrupted = new Interrupted(processors.cores().size());
    }

    @Override
    public void admit(Context context) {
        Competitor competitor = new Competitor(context, new Allowance(context.share().cap(), rules.capPeriodPicos()));
        competition.add(competitor);
        homes.admit(context);
        together.admit(competitor);
        pauses.add(processors.simulation().newTimer(context.name() + " cap", Phase.ARRIVE, () -> enter(competitor)));
    }

    @Override
    public void start() {
        homes.start();
        together.start();
    }

    @Override
    public void wake(Context context) {
        enter(competition.of(context));
    }

    @Override
    public void block(Context context, Core core) {
        Competitor blocked = competition.of(context);
        blocked.stops(processors.now());
        blocked.yields(false);
        together.rests(blocked);
        interrupted.blocked(core.index());
    }

    @Override
    public void yields(Context context, Core core) {
        competition.of(context).yields(true);
        calls.call(core);
    }

    @Override
    public void requeue(Context context, Core core) {
        Competitor displaced = competition.of(context);
        displaced.stops(processors.now());
        boolean goesOn = displaced.sliceLeft() > 0 && !displaced.isExhausted() && !displaced.yields();
        interrupted.displaced(core.index(), goesOn ? displaced : null);
        displaced.catchUp(rules.leastVirtual(systemVirtualPicos));
        if (displaced.yields()) {
            queue.passOver(displaced);
            displaced.yields(false);
        }
        if (displaced.isExhausted()) {
            pause(displaced);
        } else {
            together.waits(displaced);
            queue.add(displaced);
            calls.displaced(context);
        }
    }

    @Override
    public Context next(Core core) {
        long now = processors.now();
        Competitor promised = together.promisedTo(core);
        Competitor chosen = promised != null ? promised : queue.choose(core, interrupted.resumed(core.index()), now);
        calls.answered(core, chosen == null ? null : chosen.context);
        if (chosen == null) {
            return null;
        }
        queue.remove(chosen);
        homes.starts(chosen.context, core);
        together.runs(chosen, core);
        if (!chosen.isOwed(now)) {
            systemVirtualPicos = Math.max(systemVirtualPicos, chosen.virtualPicos());
        }
        if (!interrupted.isOf(chosen, core.index())) {
            chosen.newSlice(rules.quantumPicos());
        }
        interrupted.runs(chosen);
        chosen.starts(now);
        return chosen.context;
    }

    @Override
    public long slice(Context context, Core core) {
        return competition.of(context).runPicos();
    }

    /** It is ready again: after sleep, or after the pause that its cap demanded. */
    private void enter(Competitor competitor) {
        competitor.returns(processors.now(), systemVirtualPicos - rules.wakeCreditPicos());
        if (competitor.isExhausted()) {
            pause(competitor);
            return;
        }
        together.waits(competitor);
        queue.add(competitor);
        if (!calls.callIdle(competitor.context) && !together.isHeld(competitor)) {
            competition.preemptFor(competitor);
        }
    }

    private void pause(Competitor competitor) {
        together.rests(competitor);
        pauses.get(competitor.context.ordinal()).armAfter(competitor.pausePicos());
    }
}
