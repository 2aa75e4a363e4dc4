package dev.trapline.scheduler;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.work.Core;
import dev.trapline.work.Processors;
import java.util.List;

/** How threads of a Linux host move between the queues of cores: those that have less to do take from those that have more. */
final class LinuxBalancing<T extends LinuxThread> {

    /*
     * A core that becomes idle pulls one waiting thread from the busiest queue that has one for it, unless that ran so
     * recently that its caches count as warm; then idle cores look again at the next tick. Besides, the cores look in
     * turn, each once in an interval, whether some queue has more load than the own by more than the tolerance, and pull
     * threads from it while that makes the two more equal: while the difference is at least twice the thread's load.
     * Under CFS and EEVDF the load itself is enough, so that the odd one goes round and of three equal threads on two
     * cores each gets about two thirds of a core; under O(1) two of them stay together.
     *
     * Of several threads the one goes that came to its queue longest ago. If that runs just now and would only go round,
     * the core looks again at the next tick. (The kernel takes the one that ran longest ago, and it is a matter of chance
     * which that is when a core looks; as nothing is left to chance here, the same one would go each time.)
     *
     * Left out: the hierarchy of scheduling domains (all cores are one), averages of load over time (a thread counts in
     * full while it is ready), the pull that is not tried when a core expects to be idle for less than that costs, and
     * moving a thread while it runs.
     */

    /**
     * The numbers of balancing.
     *
     * @param hotPicos how long after it ran a thread is not pulled by an idle core
     * @param intervalPicos how often each busy core looks
     * @param tolerance from how much of a queue's load on, in percent, another is too loaded
     * @param rotates whether a thread may also move if that only changes the roles of two queues
     */
    record Rules(Ticks ticks, long hotPicos, long intervalPicos, long tolerance, boolean rotates) {}

    /** Is told of each queue that changed, and of the thread that came, null where one went. */
    @FunctionalInterface
    interface Change<T extends LinuxThread> {
        void of(RunQueue<T> queue, T arrived);
    }

    private static final long SOON_PICOS = 100 * Time.PICOS_PER_MICRO;

    private final Processors processors;
    private final List<RunQueue<T>> queues;
    private final Rules rules;
    private final Change<T> changes;
    private final Timer turn;
    private final Timer idleLook;
    private int next;

    LinuxBalancing(Processors processors, List<RunQueue<T>> queues, Rules rules, Change<T> changes) {
        this.processors = processors;
        this.queues = queues;
        this.rules = rules;
        this.changes = changes;
        turn = processors.simulation().newTimer("load balance", Phase.DECIDE, this::takeTurn);
        idleLook = processors.simulation().newTimer("idle balance", Phase.DECIDE, this::callIdle);
    }

    void start() {
        if (queues.size() > 1) {
            turn.armAfter(rules.intervalPicos() / queues.size());
        }
    }

    /** The core of this queue becomes idle: pulls a thread if there is one for it. */
    void pullFor(RunQueue<T> queue) {
        RunQueue<T> busiest = null;
        for (int i = 1; i < queues.size(); i++) {
            RunQueue<T> other = queues.get((queue.core().index() + i) % queues.size());
            boolean busier = busiest == null || other.load() > busiest.load();
            if (busier && isAwaited(other) && candidate(other, queue.core(), Long.MAX_VALUE, false) != null) {
                busiest = other;
            }
        }
        if (busiest != null) {
            move(candidate(busiest, queue.core(), Long.MAX_VALUE, false), busiest, queue);
        }
    }

    /** Whether a thread waits in it that its core, if idle, will not take in this very instant. */
    private boolean isAwaited(RunQueue<T> queue) {
        return queue.waiting().size() > (queue.running() == null ? 1 : 0);
    }

    /** The waiting thread that may move to a core, of this load at most; of several the one that came longest ago. */
    private T candidate(RunQueue<T> from, Core to, long mostLoad, boolean evenHot) {
        T best = null;
        List<T> waiting = from.waiting();
        for (int i = 0; i < waiting.size(); i++) {
            T thread = waiting.get(i);
            boolean fits = Calls.allows(thread.context, to) && thread.load() <= mostLoad;
            boolean cold = evenHot || !thread.isHot(processors.now(), rules.hotPicos());
            if (fits && cold && (best == null || from.movesBefore(thread, best))) {
                best = thread;
            }
        }
        return best;
    }

    private void move(T thread, RunQueue<T> from, RunQueue<T> to) {
        from.departs(thread, processors.now());
        to.arrives(thread, processors.now());
        changes.of(from, null);
    }

    /** One core after the other looks for a busier one. */
    private void takeTurn() {
        RunQueue<T> queue = queues.get(next);
        RunQueue<T> busiest = busiestFor(queue);
        boolean imbalanced = busiest.load() * 100 > queue.load() * rules.tolerance();
        if (imbalanced && !even(busiest, queue) && rules.rotates() && !rotate(busiest, queue)) {
            turn.armAt(soon());
        } else {
            next = (next + 1) % queues.size();
            turn.armAfter(rules.intervalPicos() / queues.size());
        }
    }

    private RunQueue<T> busiestFor(RunQueue<T> queue) {
        RunQueue<T> busiest = queue;
        for (int i = 1; i < queues.size(); i++) {
            RunQueue<T> other = queues.get((queue.core().index() + i) % queues.size());
            boolean busier = other.load() > busiest.load();
            busiest = busier && candidate(other, queue.core(), Long.MAX_VALUE, true) != null ? other : busiest;
        }
        return busiest;
    }

    /** Moves threads while that makes the two more equal; false if none was to move. */
    private boolean even(RunQueue<T> busiest, RunQueue<T> queue) {
        boolean moved = false;
        for (T thread = evens(busiest, queue); thread != null; thread = evens(busiest, queue)) {
            moveAtOnce(thread, busiest, queue);
            moved = true;
        }
        return moved;
    }

    private T evens(RunQueue<T> busiest, RunQueue<T> queue) {
        long mostLoad = (busiest.load() - queue.load()) / 2;
        T cold = candidate(busiest, queue.core(), mostLoad, false);
        return cold != null ? cold : candidate(busiest, queue.core(), mostLoad, true);
    }

    /** Moves a thread if the two then have changed their roles; false if the one whose turn it is runs just now. */
    private boolean rotate(RunQueue<T> busiest, RunQueue<T> queue) {
        long mostLoad = busiest.load() - queue.load();
        T odd = candidate(busiest, queue.core(), mostLoad, true);
        T running = busiest.running();
        boolean runningMay = running != null && running.load() <= mostLoad && Calls.allows(running.context, queue.core());
        if (runningMay && (odd == null || busiest.movesBefore(running, odd))) {
            return false;
        }
        if (odd != null) {
            moveAtOnce(odd, busiest, queue);
        }
        return true;
    }

    private void moveAtOnce(T thread, RunQueue<T> from, RunQueue<T> to) {
        move(thread, from, to);
        changes.of(to, thread);
    }

    /** If a thread waits that an idle core could run, that core looks again at the next tick. */
    void lookWhileWasteful() {
        if (!idleLook.isArmed() && isWasteful()) {
            idleLook.armAt(soon());
        }
    }

    /** The next tick; without ticks, when nothing is hot any more that has just run. */
    private long soon() {
        boolean ticks = rules.ticks().periodPicos() > 0;
        return ticks ? rules.ticks().after(processors.now()) : processors.now() + Math.max(SOON_PICOS, rules.hotPicos());
    }

    private boolean isWasteful() {
        for (int i = 0; i < queues.size(); i++) {
            if (isAwaited(queues.get(i)) && anIdleCoreMayTakeFrom(queues.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean anIdleCoreMayTakeFrom(RunQueue<T> queue) {
        for (int i = 0; i < queues.size(); i++) {
            RunQueue<T> idle = queues.get(i);
            if (idle.isEmpty() && candidate(queue, idle.core(), Long.MAX_VALUE, true) != null) {
                return true;
            }
        }
        return false;
    }

    private void callIdle() {
        for (int i = 0; i < queues.size(); i++) {
            if (queues.get(i).isEmpty() && queues.get(i).core().isIdle()) {
                queues.get(i).core().reschedule();
            }
        }
    }
}
