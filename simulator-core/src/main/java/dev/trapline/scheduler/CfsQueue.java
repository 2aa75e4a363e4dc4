package dev.trapline.scheduler;

import dev.trapline.work.Core;
import java.util.List;

/** One core's queue under CFS: the thread that is least far in virtual time goes next. */
final class CfsQueue extends RunQueue<FairThread> {
    /**
     * The numbers of CFS, already scaled to the machine, in picoseconds.
     *
     * @param latencyPicos in which all threads of a queue should have had their turn
     * @param granularityPicos how long a turn is if there are too many for that
     * @param wakeupPicos how far behind the running thread, in its own virtual time, a waking one must be to preempt
     */
    record Rules(long latencyPicos, long granularityPicos, long wakeupPicos, Ticks ticks) {
        /** How many threads the latency is enough for. */
        long mostInLatency() {
            return (latencyPicos + granularityPicos - 1) / granularityPicos;
        }
    }

    private final Rules rules;
    private long leastVirtual;
    private FairThread yielding;
    private FairThread favoured;

    CfsQueue(Core core, Rules rules) {
        super(core);
        this.rules = rules;
    }

    /** The turn of a thread: its part, by load, of the latency or of what the granularity makes of it. */
    private long turn(FairThread thread) {
        long round = size() > rules.mostInLatency() ? size() * rules.granularityPicos() : rules.latencyPicos();
        return Math.max(1, (long) ((double) round * thread.load() / load()));
    }

    @Override
    void ran(FairThread thread, long picos) {
        thread.ran(picos);
        moveOn();
    }

    /** The virtual time of the queue is that of the least far, but never goes back. */
    private void moveOn() {
        FairThread least = least(null);
        if (running() != null && (least == null || running().virtualPicos < least.virtualPicos)) {
            least = running();
        }
        if (least != null) {
            leastVirtual = Math.max(leastVirtual, least.virtualPicos);
        }
    }

    @Override
    void placeAwake(FairThread thread, long now) {
        thread.virtualPicos = Math.max(thread.virtualPicos, leastVirtual - rules.latencyPicos() / 2);
    }

    @Override
    void sleeps(FairThread thread, long now) {}

    @Override
    void leavesAsleep(FairThread thread) {
        leaves(thread);
    }

    @Override
    void joinsAsleep(FairThread thread) {
        joins(thread);
    }

    @Override
    void leaves(FairThread thread) {
        thread.lagPicos = leastVirtual - thread.virtualPicos;
    }

    @Override
    void joins(FairThread thread) {
        thread.virtualPicos = leastVirtual - thread.lagPicos;
    }

    @Override
    void putBack(FairThread thread, long now) {}

    @Override
    void yields(long now) {
        yielding = running();
    }

    @Override
    boolean favours(FairThread thread) {
        favoured = thread;
        return true;
    }

    @Override
    FairThread choose(long now) {
        FairThread chosen = least(null);
        if (favoured != null && waiting().contains(favoured) && !isFarBehind(chosen, favoured)) {
            chosen = favoured;
        } else if (chosen == yielding && waiting().size() > 1) {
            FairThread second = least(chosen);
            chosen = isFarBehind(chosen, second) ? chosen : second;
        }
        yielding = null;
        favoured = null;
        return chosen;
    }

    /** The waiting thread that is least far, but not this one; of equals the one that came first. */
    private FairThread least(FairThread except) {
        List<FairThread> waiting = waiting();
        FairThread least = null;
        for (int i = 0; i < waiting.size(); i++) {
            FairThread candidate = waiting.get(i);
            if (candidate != except && (least == null || candidate.virtualPicos < least.virtualPicos)) {
                least = candidate;
            }
        }
        return least;
    }

    @Override
    boolean preempts(FairThread thread, long now) {
        account(now);
        return isFarBehind(thread, running());
    }

    private boolean isFarBehind(FairThread thread, FairThread other) {
        return other.virtualPicos - thread.virtualPicos > thread.virtual(rules.wakeupPicos());
    }

    @Override
    long sliceEnd(long now) {
        account(now);
        FairThread thread = running();
        long turn = turn(thread);
        long behind = thread.virtualPicos - least(null).virtualPicos;
        long overtakes = now + thread.real(Math.max(0, turn - behind));
        long least = thread.startedAt() + rules.granularityPicos();
        long end = rules.ticks().after(thread.startedAt() + turn);
        return Math.min(end, rules.ticks().after(Math.max(least, overtakes)));
    }
}
