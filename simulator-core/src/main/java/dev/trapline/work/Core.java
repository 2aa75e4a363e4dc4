package dev.trapline.work;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;

/**
 * A core, which executes one thing at a time: first what is stolen from whatever runs on it (interrupt handlers of the
 * machine), then the context that the scheduler gave it, level by level. It is busy or idle, and both add up to the time
 * that has passed; every busy picosecond is handed to the ledgers.
 *
 * <p>Each piece of work is one event, its end. Whatever comes in between suspends the piece, accounts for what was done of
 * it, and lets it go on later. Scheduling decisions take effect in the DECIDE phase of the instant that called for them.
 */
public final class Core implements Block.Progress {
    private static final int STEPS_WITHOUT_TIME = 1_000_000;

    private final int index;
    private final Processors processors;
    private final Agenda stolen;
    private final Timer completion;
    private final Timer sliceEnd;
    private final Timer taskSliceEnd;
    private final Timer decision;
    private final long idleExitPicos;
    private final WaitMarks marks;
    private final LeavingIdleState waking;
    private final Speed speed = new Speed();
    private Context current;
    private Context last;
    private Activity active;
    private long startedAt;
    private long idleSince;
    private long idlePicos;
    private boolean idle = true;
    private boolean handling;
    private boolean decidedElsewhere;
    private boolean slicesTask;

    Core(int index, Processors processors, Meter meter, long idleExitPicos) {
        this.index = index;
        this.processors = processors;
        this.stolen = new Agenda(meter, null, this::reconsider);
        this.idleExitPicos = idleExitPicos;
        this.marks = new WaitMarks(processors);
        this.waking = new LeavingIdleState(index, stolen, processors.idleStateSlot(), idleExitPicos);
        Simulation simulation = processors.simulation();
        completion = simulation.newTimer("core " + index + " completion", Phase.COMPLETE, this::complete);
        sliceEnd = simulation.newTimer("core " + index + " slice end", Phase.DECIDE, this::yield);
        taskSliceEnd = simulation.newTimer("core " + index + " task slice end", Phase.DECIDE, this::rotateTasks);
        decision = simulation.newTimer("core " + index + " decision", Phase.DECIDE, this::yield);
    }

    public int index() {
        return index;
    }

    /** The number of its socket, which is also that of its memory node. */
    public int socket() {
        return index / processors.topology().threadsPerSocket();
    }

    /** The other hardware thread of the same core, or null. */
    public Core sibling() {
        int other = index ^ 1;
        return processors.topology().threadsPerCore() == 2 && other < processors.cores().size()
                ? processors.cores().get(other)
                : null;
    }

    /** The context that the scheduler gave it, or null. */
    public Context current() {
        return current;
    }

    /** The context that ran on it before, or null. */
    public Context lastContext() {
        return last;
    }

    public boolean isIdle() {
        return current == null;
    }

    /** Work that is stolen from whatever runs on this core. */
    public Agenda stolen() {
        return stolen;
    }

    /** Asks it to let the scheduler choose again, in the DECIDE phase of this instant. */
    public void reschedule() {
        decidedElsewhere |= processors.isRemote(this);
        if (!decision.isArmed()) {
            decision.armAfter(0);
        }
    }

    /** From now on it does {@code up} picoseconds of work in {@code down}: a busy sibling thread, or a shared core. */
    public void speed(long up, long down) {
        if (speed.is(up, down)) {
            return;
        }
        account();
        speed.set(up, down);
        if (active != null) {
            completion.cancel();
            armCompletion();
        }
    }

    public long idlePicos(long now) {
        return idlePicos + (idle ? now - idleSince : 0);
    }

    /** Time in which it was busy without doing work, because it ran at less than full speed. */
    public long slowedPicos() {
        return speed.slowedPicos();
    }

    Activity active() {
        return active;
    }

    long idleExitPicos() {
        return idleExitPicos;
    }

    /** The current context has nothing left to do. */
    void contextBlocks() {
        Context blocked = current;
        leave(Context.State.BLOCKED);
        processors.scheduling().block(blocked, this);
    }

    /** Something was added to what it may execute. */
    void reconsider() {
        if (handling) {
            return;
        }
        Activity due = due();
        if (due != active) {
            suspend();
            proceed();
        } else if (active != null && !slicesTask) {
            armTaskSlice();
        }
    }

    /** What is left of the piece at hand will not be done: its activity steps in this instant. Returns what was left. */
    long cut(Activity activity) {
        account();
        long left = activity.work().remaining();
        activity.work().clear();
        completion.cancel();
        completion.armAfter(0);
        return left;
    }

    /** Hands over to the ledgers all that was done until now. */
    void account() {
        if (active == null) {
            if (idle) {
                marks.idled(processors.now());
            }
            return;
        }
        long elapsed = processors.now() - startedAt;
        account(speed.done(elapsed, active.work().remaining()), elapsed);
    }

    private void account(long done, long elapsed) {
        startedAt += elapsed;
        speed.spent(elapsed, done);
        marks.begin(current, done);
        if (processors.onlooker() != null && done > 0) {
            processors.onlooker().works(
                    this, active.agenda().context(), active, active.trail(), startedAt - elapsed, startedAt, done);
        }
        Meter meter = active.agenda().meter();
        boolean seen = active.trail() != null || marks.hasAnybody() || processors.onlooker() != null;
        active.work().advance(done, seen ? this : meter);
        if (active.trail() != null) {
            active.trail().until(startedAt, processors.slowedSlot());
        }
        meter.reached(active.work());
    }

    @Override
    public void spent(int slot, long picos, int occurrences) {
        active.agenda().meter().spent(slot, picos, occurrences);
        if (active.trail() != null) {
            active.trail().served(slot, picos, occurrences);
        }
        marks.held(slot, picos);
        if (processors.onlooker() != null) {
            processors.onlooker().did(slot, picos);
        }
    }

    private void complete() {
        account(active.work().remaining(), processors.now() - startedAt);
        stopTaskSlice();
        Activity finished = active;
        active = null;
        step(finished);
        proceed();
    }

    private void step(Activity activity) {
        Core executing = processors.executing(this);
        resumeTrail(activity, processors.now());
        handling = true;
        if (!activity.advance()) {
            activity.agenda().finish(activity);
        }
        handling = false;
        processors.executing(executing);
    }

    private void proceed() {
        leaveIdleState();
        for (int steps = 0; steps < STEPS_WITHOUT_TIME; steps++) {
            Activity due = due();
            if (due == null) {
                if (!dispatch()) {
                    becomeIdle();
                    return;
                }
            } else if (due.work().remaining() == 0) {
                step(due);
            } else if (current == null || due.agenda() != current.agenda() || !current.crossesFor(due.work())) {
                begin(due);
                return;
            }
        }
        throw new IllegalStateException("core " + index + " makes no progress in " + due());
    }

    /** Whatever is stolen from an idle core has to wait until that has left its idle state. */
    private void leaveIdleState() {
        if (idle && idleExitPicos > 0 && stolen.first() != null) {
            handling = true;
            waking.raise();
            handling = false;
        }
    }

    private Activity due() {
        Activity first = stolen.first();
        if (first != null) {
            return first;
        }
        return current == null ? null : current.choose();
    }

    private void begin(Activity activity) {
        long now = processors.now();
        if (idle) {
            marks.idled(now);
            idlePicos += now - idleSince;
            idle = false;
            slowSibling(true);
        }
        active = activity;
        startedAt = now;
        resumeTrail(activity, now);
        armCompletion();
        armTaskSlice();
    }

    private void slowSibling(boolean busy) {
        Core sibling = sibling();
        if (sibling != null) {
            Topology topology = processors.topology();
            sibling.speed(busy ? topology.siblingUp() : 1, busy ? topology.siblingDown() : 1);
        }
    }

    private void resumeTrail(Activity activity, long now) {
        if (activity.trail() == null) {
            return;
        }
        if (activity.agenda() == stolen) {
            activity.trail().until(now, processors.coreQueueSlot());
        } else {
            activity.trail().resume(current, now);
        }
    }

    private void armCompletion() {
        completion.armAfter(speed.timeFor(active.work().remaining()));
    }

    private void armTaskSlice() {
        if (current != null && current.sharesTasks(active)) {
            taskSliceEnd.armAfter(current.taskSliceLeft());
            slicesTask = true;
        }
    }

    private void stopTaskSlice() {
        if (slicesTask) {
            current.taskSliceLeft(taskSliceEnd.instant() - processors.now());
            taskSliceEnd.cancel();
            slicesTask = false;
        }
    }

    private void rotateTasks() {
        slicesTask = false;
        if (active != null && current != null && current.sharesTasks(active)) {
            if (active.disablesPreemption()) {
                current.taskSliceLeft(0);
                return;
            }
            suspend();
            current.rotateTasks();
            proceed();
        }
    }

    private void suspend() {
        if (active == null) {
            return;
        }
        account();
        completion.cancel();
        stopTaskSlice();
        if (active.trail() != null && active.agenda() != stolen) {
            active.trail().waitIn(current, processors.now());
        }
        active = null;
    }

    /** Lets the scheduler choose again: the slice has ended, or something more urgent is ready. */
    private void yield() {
        if (current != null) {
            if (active != null && active.agenda() == current.agenda()) {
                suspend();
            }
            account();
            Context displaced = current;
            leave(Context.State.READY);
            processors.scheduling().requeue(displaced, this);
        }
        if (active == null) {
            proceed();
        } else {
            dispatch();
        }
    }

    private void leave(Context.State state) {
        sliceEnd.cancel();
        decision.cancel();
        current.leaves();
        last = current;
        current.enter(state, processors.now());
        current = null;
    }

    private boolean dispatch() {
        Context chosen = processors.scheduling().next(this);
        boolean elsewhere = decidedElsewhere;
        decidedElsewhere = false;
        if (chosen == null) {
            return false;
        }
        if (chosen.state() != Context.State.READY) {
            throw new IllegalStateException("the scheduler put '" + chosen.name() + "', which is " + chosen.state()
                    + ", on core " + index);
        }
        current = chosen;
        chosen.dispatchedTo(this, idle, elsewhere);
        chosen.enter(Context.State.RUNNING, processors.now());
        long slice = processors.scheduling().slice(chosen, this);
        if (slice != Long.MAX_VALUE) {
            sliceEnd.armAfter(slice);
        }
        return true;
    }

    private void becomeIdle() {
        if (!idle) {
            idle = true;
            idleSince = processors.now();
            marks.idleFrom(idleSince);
            slowSibling(false);
        }
    }
}
