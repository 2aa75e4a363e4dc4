package dev.trapline.scheduler;

import dev.trapline.work.Core;
import java.util.List;

/** One core's queue under EEVDF: of those that are not ahead of their share the one with the earliest deadline goes next. */
final class EevdfQueue extends RunQueue<FairThread> {
    private final long slicePicos;
    private final Ticks ticks;
    /** Where an empty queue was. */
    private long lastMean;
    private long meanBase;
    private double meanSum;

    EevdfQueue(Core core, long slicePicos, Ticks ticks) {
        super(core);
        this.slicePicos = slicePicos;
        this.ticks = ticks;
    }

    /** A thread that is alone gets new deadlines too, at the ticks at which it is past them. */
    @Override
    void ran(FairThread thread, long picos) {
        thread.ran(picos);
        if (waiting().isEmpty() && hadItsSlice(thread)) {
            long turn = thread.virtual(ticks.atOrAfter(slicePicos));
            thread.deadline += ((thread.virtualPicos - thread.deadline) / turn + 1) * turn;
        }
    }

    /** Sums how far all are from one of them, by load; the place where that would be nothing is that of no lag. */
    private void sum() {
        FairThread any = running() != null ? running() : waiting().isEmpty() ? null : waiting().get(0);
        meanBase = any == null ? lastMean : any.virtualPicos;
        meanSum = running() == null ? 0 : distance(running());
        List<FairThread> waiting = waiting();
        for (int i = 0; i < waiting.size(); i++) {
            meanSum += distance(waiting.get(i));
        }
    }

    private double distance(FairThread thread) {
        return (double) (thread.virtualPicos - meanBase) * thread.load();
    }

    private long mean() {
        sum();
        return load() == 0 ? lastMean : meanBase + (long) (meanSum / load());
    }

    /** Whether, after the last sum, it has not run more than its share. */
    private boolean isEligible(FairThread thread) {
        return (double) (thread.virtualPicos - meanBase) * load() <= meanSum;
    }

    @Override
    void placeAwake(FairThread thread, long now) {
        joins(thread);
    }

    @Override
    void sleeps(FairThread thread, long now) {
        leaves(thread);
    }

    @Override
    void leaves(FairThread thread) {
        lastMean = mean();
        long most = thread.virtual(Math.max(2 * slicePicos, ticks.periodPicos()));
        thread.lagPicos = Math.max(-most, Math.min(most, lastMean - thread.virtualPicos));
    }

    /** Its coming moves the mean towards it: it is put so far away that its lag is what it was. */
    @Override
    void joins(FairThread thread) {
        double stretch = load() == 0 ? 0 : (double) (load() + thread.load()) / load();
        thread.virtualPicos = mean() - (long) (thread.lagPicos * stretch);
        newDeadline(thread);
    }

    private void newDeadline(FairThread thread) {
        thread.deadline = thread.virtualPicos + thread.virtual(slicePicos);
    }

    @Override
    void putBack(FairThread thread, long now) {
        if (hadItsSlice(thread)) {
            newDeadline(thread);
        }
    }

    private static boolean hadItsSlice(FairThread thread) {
        return thread.virtualPicos >= thread.deadline;
    }

    @Override
    void yields(long now) {
        account(now);
        running().deadline += running().virtual(slicePicos);
    }

    @Override
    FairThread choose(long now) {
        sum();
        return earliest();
    }

    /** The eligible waiting thread with the earliest deadline; if rounding leaves none, the one that is least far. */
    private FairThread earliest() {
        List<FairThread> waiting = waiting();
        FairThread earliest = null;
        FairThread least = null;
        for (int i = 0; i < waiting.size(); i++) {
            FairThread candidate = waiting.get(i);
            if (isEligible(candidate) && (earliest == null || candidate.deadline < earliest.deadline)) {
                earliest = candidate;
            }
            least = least == null || candidate.virtualPicos < least.virtualPicos ? candidate : least;
        }
        return earliest != null ? earliest : least;
    }

    /** The running thread keeps its core for its slice as long as it is eligible. */
    @Override
    boolean preempts(FairThread thread, long now) {
        account(now);
        sum();
        boolean stays = isEligible(running()) && !hadItsSlice(running());
        return !stays && isEligible(thread) && earliest() == thread;
    }

    @Override
    long sliceEnd(long now) {
        account(now);
        return ticks.atOrAfter(now + running().real(Math.max(1, running().deadline - running().virtualPicos)));
    }
}
