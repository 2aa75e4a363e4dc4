package dev.trapline.scheduler;

import dev.trapline.declare.Component;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Timer;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;
import java.util.ArrayList;
import java.util.List;

/**
 * Xen's second credit scheduler, the default since 4.12: a run queue for each socket, ordered by the credit that running
 * burns the faster the lighter a vCPU is; no boost. A weight of 1 is a weight of 256 for each vCPU of a domain; the cap of a
 * domain is the sum of its vCPUs' caps.
 */
public final class Credit2Scheduler implements Scheduling, Credit2Balance.Moving {
    public static final Component<SchedulerFactory> COMPONENT = new Component<>(
            "xen-credit2",
            "Xen's credit2 of 4.17: weight (256 x weight) of each vCPU, cap by domain, a run queue for each socket, the most"
                    + " credit first, preemption by credit within a rate limit, load balancing between queues, no boost.",
            "xen@RELEASE-4.17.0:xen/common/sched/credit2.c; xen-command-line.pandoc; docs/features/sched_credit2.pandoc",
            Credit2Rules.KEYS,
            values -> {
                Credit2Rules rules = Credit2Rules.of(values);
                return SchedulerFactory.knowing(
                        Controls.WEIGHT_AND_CAP, rules.promises(), processors -> new Credit2Scheduler(processors, rules));
            });

    /*
     * Running for t burns t x greatest weight of the queue / weight. A core that chooses compares whoever it runs, if that
     * is ready, with the first of the queue: it takes the first if that has more credit, and by the resistance more if it
     * ran on another core; within the rate limit it lets go on whoever runs. Whoever yields is behind the first of the queue
     * whatever their credits, and has no rate limit. The chosen one runs until its credit is that of the first who waits,
     * or until it has none, within shortest and longest run, rate limit and budget. If whoever comes next has no credit all
     * members of the queue get the same once more, of which they keep a little above; then queues are balanced.
     *
     * See also Credit2Calls for whoever is queued, Credit2Domain for caps, Credit2Balance for the queues. Left out: soft
     * affinity, and queues that are arranged otherwise than by socket. A core looks beyond a capped vCPU without budget.
     */

    private final Processors processors;
    private final Credit2Rules rules;
    private final Credit2Calls calls;
    private final Credit2Queues queues;
    private final Credit2Balance balance;
    private final Domains<Credit2Domain> domains = new Domains<>(Credit2Domain::new);
    private final List<Credit2Vcpu> vcpus = new ArrayList<>();
    private final Credit2Vcpu[] displaced;
    private final Timer period;
    private int passedOver;

    private Credit2Scheduler(Processors processors, Credit2Rules rules) {
        this.processors = processors;
        this.rules = rules;
        calls = new Credit2Calls(processors, vcpus, rules);
        queues = new Credit2Queues(processors.cores(), rules.coresPerQueue());
        displaced = new Credit2Vcpu[processors.cores().size()];
        balance = new Credit2Balance(queues.all(), this);
        period = processors.simulation().newTimer("credit2 budgets", Phase.ARRIVE, this::replenish);
    }

    @Override
    public void admit(Context context) {
        Credit2Domain domain = domains.of(context);
        domain.terms.add(context.share());
        Credit2Vcpu vcpu = new Credit2Vcpu(context, domain);
        vcpu.credit = rules.creditPicos();
        vcpus.add(vcpu);
        queues.leastLoaded(vcpu, processors.now()).assign(vcpu, processors.now());
    }

    @Override
    public void start() {
        boolean capped = false;
        for (Credit2Domain domain : domains.all()) {
            domain.begin(rules.budgetPeriodPicos(), rules.shortestRunPicos());
            capped |= domain.terms.isCapped();
        }
        if (capped) {
            period.armAfter(rules.budgetPeriodPicos());
        }
    }

    @Override
    public void wake(Context context) {
        Credit2Vcpu vcpu = vcpu(context);
        changeLoad(vcpu, 1);
        queue(vcpu);
    }

    @Override
    public void block(Context context, Core core) {
        Credit2Vcpu vcpu = vcpu(context);
        vcpu.stops(processors.now());
        changeLoad(vcpu, -1);
        if (vcpu.movesTo != null) {
            transfer(vcpu);
        }
        if (vcpu.domain.terms.isCapped()) {
            vcpu.domain.giveBack(vcpu);
            unpark(vcpu.domain);
        }
    }

    @Override
    public void yields(Context context, Core core) {
        vcpu(context).yielded = true;
        core.reschedule();
    }

    @Override
    public void requeue(Context context, Core core) {
        Credit2Vcpu vcpu = vcpu(context);
        vcpu.stops(processors.now());
        if (vcpu.movesTo != null) {
            changeLoad(vcpu, -1);
            transfer(vcpu);
            changeLoad(vcpu, 1);
            queue(vcpu);
        } else if (vcpu.domain.grab(vcpu)) {
            vcpu.queue.insert(vcpu);
            displaced[core.index()] = vcpu;
        }
    }

    @Override
    public Context next(Core core) {
        long now = processors.now();
        Credit2Queue queue = queues.of(core);
        Credit2Vcpu before = displaced[core.index()];
        displaced[core.index()] = null;
        before = before != null && queue.remove(before) ? before : null;
        Credit2Vcpu chosen = choose(core, queue, before, now);
        calls.answered(core);
        boolean leaves = before != null && before != chosen;
        if (leaves) {
            queue.insert(before);
        }
        if (chosen != null) {
            give(chosen, core, chosen == before, now);
        }
        if (leaves && before.queue == queue) {
            calls.callFor(before, core);
        }
        return chosen == null ? null : chosen.context;
    }

    @Override
    public long slice(Context context, Core core) {
        return vcpu(context).runPicos;
    }

    /** Whoever goes on or comes next; taken out of the queue. */
    private Credit2Vcpu choose(Core core, Credit2Queue queue, Credit2Vcpu before, long now) {
        passedOver = 0;
        boolean yields = before != null && before.yielded;
        if (before != null && !yields && now - before.dispatchedAt < rules.rateLimitPicos()) {
            return before;
        }
        long credit = before == null ? Credit2Vcpu.IDLE_CREDIT : before.credit;
        for (int i = 0; i < queue.size(); i++) {
            Credit2Vcpu first = queue.get(i);
            if (!mayTake(first, core, credit)) {
                passedOver++;
            } else if (!yields && first.credit <= credit) {
                return before;
            } else {
                queue.remove(first);
                if (first.domain.grab(first)) {
                    return first;
                }
                i--;
            }
        }
        return before;
    }

    private boolean mayTake(Credit2Vcpu vcpu, Core core, long credit) {
        boolean mayMove = vcpu.core == core.index() || vcpu.credit >= credit + rules.migrateResistance();
        return mayMove && Calls.allows(vcpu.context, core) && !calls.isExpectedElsewhere(vcpu, core);
    }

    private void give(Credit2Vcpu vcpu, Core core, boolean goesOn, long now) {
        boolean ends = passedOver == 0 && vcpu.credit <= 0;
        if (ends) {
            vcpu.queue.reset(vcpu, rules.creditPicos(), rules.carryOverPicos(), now);
        }
        vcpu.calledFor = Credit2Vcpu.NOBODY;
        if (vcpu.core != core.index()) {
            vcpu.credit += rules.migrateCompensation();
            vcpu.core = core.index();
        }
        if (!goesOn) {
            vcpu.dispatchedAt = now;
        }
        vcpu.starts(now);
        vcpu.runPicos = runPicos(vcpu, now);
        if (ends) {
            balance.balance(vcpu.queue, now);
        }
    }

    private long runPicos(Credit2Vcpu vcpu, long now) {
        Credit2Queue queue = vcpu.queue;
        boolean somebodyWaits = queue.size() > 0 && queue.get(0).credit > 0;
        long credit = somebodyWaits ? vcpu.credit - queue.get(0).credit : vcpu.credit;
        long picos = credit > 0 ? queue.picos(credit, vcpu) : 0;
        if (vcpu.domain.terms.isCapped()) {
            picos = Math.min(picos, vcpu.budgetPicos);
        }
        long protectedPicos = vcpu.dispatchedAt + rules.rateLimitPicos() - now;
        return Math.max(Math.min(picos, rules.longestRunPicos()), Math.max(rules.shortestRunPicos(), protectedPicos));
    }

    private void queue(Credit2Vcpu vcpu) {
        vcpu.queue.insert(vcpu);
        calls.callFor(vcpu, null);
    }

    /** The vCPU changes its queue: at once if it does not run. */
    @Override
    public void move(Credit2Vcpu vcpu, Credit2Queue to) {
        vcpu.movesTo = to;
        if (vcpu.running) {
            processors.cores().get(vcpu.core).reschedule();
            return;
        }
        boolean ready = vcpu.context.state() == Context.State.READY;
        boolean queued = vcpu.queue.remove(vcpu);
        if (ready) {
            changeLoad(vcpu, -1);
        }
        transfer(vcpu);
        if (ready) {
            changeLoad(vcpu, 1);
        }
        if (queued) {
            queue(vcpu);
        }
    }

    private void transfer(Credit2Vcpu vcpu) {
        long now = processors.now();
        vcpu.queue.dismiss(vcpu, now);
        vcpu.movesTo.assign(vcpu, now);
        vcpu.movesTo = null;
    }

    private void changeLoad(Credit2Vcpu vcpu, int by) {
        long now = processors.now();
        vcpu.load.change(by, now);
        vcpu.queue.load.change(by, now);
    }

    private void replenish() {
        period.armAfter(rules.budgetPeriodPicos());
        List<Credit2Domain> all = domains.all();
        for (int i = 0; i < all.size(); i++) {
            all.get(i).replenish();
            unpark(all.get(i));
        }
    }

    private void unpark(Credit2Domain domain) {
        while (domain.hasBudget() && !domain.parked.isEmpty()) {
            queue(domain.parked.remove(0));
        }
    }

    private Credit2Vcpu vcpu(Context context) {
        return vcpus.get(context.ordinal());
    }
}
