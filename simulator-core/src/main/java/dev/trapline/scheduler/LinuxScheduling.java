package dev.trapline.scheduler;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Timer;
import dev.trapline.work.Context;
import dev.trapline.work.Core;
import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What Linux's schedulers have in common: a run queue for each core, slices that end at ticks, wake-ups that preempt,
 * quotas. Who goes next is the affair of the {@link RunQueue}, who goes where that of {@link LinuxPlacement} and
 * {@link LinuxBalancing}.
 */
final class LinuxScheduling<T extends LinuxThread> implements Scheduling {

    /*
     * The kernel looks at each tick whether the running thread has had its slice. As nothing of what it looks at changes
     * but by running, waking, sleeping and moving, the tick at which it will find so is computed at each such change,
     * and only that one is an event.
     */

    /** What one of the schedulers adds. */
    record Kind<T extends LinuxThread>(Function<Context, T> thread, Function<Core, RunQueue<T>> queue) {}

    private final Processors processors;
    private final Kind<T> kind;
    private final Ticks ticks;
    private final List<T> threads = new ArrayList<>();
    private final List<RunQueue<T>> queues = new ArrayList<>();
    private final List<Timer> sliceEnds = new ArrayList<>();
    private final List<Timer> refills = new ArrayList<>();
    private final LinuxPlacement<T> placement = new LinuxPlacement<>(queues);
    private final LinuxBalancing<T> balancing;

    LinuxScheduling(Processors processors, Kind<T> kind, LinuxBalancing.Rules rules) {
        this.processors = processors;
        this.kind = kind;
        ticks = rules.ticks();
        for (Core core : processors.cores()) {
            queues.add(kind.queue().apply(core));
            sliceEnds.add(processors.simulation()
                    .newTimer("slice end on core " + core.index(), Phase.DECIDE, core::reschedule));
        }
        balancing = new LinuxBalancing<>(processors, queues, rules, this::changed);
    }

    @Override
    public void admit(Context context) {
        T thread = kind.thread().apply(context);
        threads.add(thread);
        refills.add(processors.simulation().newTimer(context.name() + " quota", Phase.ARRIVE, () -> enter(thread)));
    }

    @Override
    public void start() {
        balancing.start();
    }

    @Override
    public void wake(Context context) {
        enter(thread(context));
    }

    /** It is ready again: after sleep, or after the pause that its quota demanded. */
    private void enter(T thread) {
        long now = processors.now();
        if (thread.quota().isUsedUp(now)) {
            pause(thread);
            return;
        }
        RunQueue<T> queue = placement.queueFor(thread);
        queue.wakes(thread, thread.home() < 0 ? null : queues.get(thread.home()), now);
        calls(queue, thread);
    }

    /** A thread is new in a queue: the core may have to choose again, or the slice of the running one ends earlier. */
    private void calls(RunQueue<T> queue, T thread) {
        if (queue.running() == null || queue.preempts(thread, processors.now())) {
            queue.core().reschedule();
        } else {
            queue.running().context.coreIsWanted();
        }
        armSliceEnd(queue);
    }

    private void pause(T thread) {
        refills.get(thread.context.ordinal()).armAt(thread.quota().refilledAt(processors.now()));
    }

    @Override
    public void block(Context context, Core core) {
        queue(core).block(processors.now());
    }

    @Override
    public void requeue(Context context, Core core) {
        long now = processors.now();
        RunQueue<T> queue = queue(core);
        T thread = queue.running();
        queue.account(now);
        if (thread.quota().isUsedUp(now)) {
            queue.block(now);
            pause(thread);
        } else {
            queue.requeue(now);
        }
    }

    /** As KVM does for a vCPU that spins: another one of its guest that waits for a core is favoured. */
    @Override
    public void yields(Context context, Core core) {
        T other = waitingOf(context.domain());
        if (other != null && queues.get(other.home()).favours(other)) {
            processors.cores().get(other.home()).reschedule();
        }
        queue(core).yields(processors.now());
        core.reschedule();
    }

    /** The thread of a guest that has waited for a core longest since it ran. */
    private T waitingOf(int domain) {
        T longest = null;
        for (int i = 0; i < threads.size(); i++) {
            T thread = threads.get(i);
            boolean waits = thread.context.domain() == domain && thread.home() >= 0
                    && queues.get(thread.home()).waiting().contains(thread);
            if (waits && (longest == null || thread.stoppedAt() < longest.stoppedAt())) {
                longest = thread;
            }
        }
        return longest;
    }

    @Override
    public boolean isWanted(Core core) {
        return !queue(core).waiting().isEmpty();
    }

    @Override
    public Context next(Core core) {
        RunQueue<T> queue = queue(core);
        if (queue.isEmpty()) {
            balancing.pullFor(queue);
        }
        T chosen = queue.start(processors.now());
        armSliceEnd(queue);
        balancing.lookWhileWasteful();
        return chosen == null ? null : chosen.context;
    }

    /** Its quota is looked at when a tick comes; its turn among others ends by {@link #armSliceEnd}. */
    @Override
    public long slice(Context context, Core core) {
        long now = processors.now();
        long most = thread(context).quota().runPicos(now);
        return most == Long.MAX_VALUE ? most : Math.max(1, ticks.atOrAfter(now + most) - now);
    }

    private void armSliceEnd(RunQueue<T> queue) {
        Timer timer = sliceEnds.get(queue.core().index());
        timer.cancel();
        if (queue.running() != null && !queue.waiting().isEmpty()) {
            timer.armAt(Math.max(processors.now(), queue.sliceEnd(processors.now())));
        }
    }

    /** A thread was moved out of a queue (null) or into it. */
    private void changed(RunQueue<T> queue, T arrived) {
        if (arrived == null) {
            armSliceEnd(queue);
        } else {
            calls(queue, arrived);
        }
    }

    private RunQueue<T> queue(Core core) {
        return queues.get(core.index());
    }

    private T thread(Context context) {
        return threads.get(context.ordinal());
    }
}
