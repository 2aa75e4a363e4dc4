package dev.trapline.work;

import dev.trapline.spec.Share;

/**
 * Anything that a scheduler can put on a core: a vCPU of a guest, a vCPU of a driver domain, a thread of a host. At each
 * instant it is running, ready or blocked, and these times add up. While it runs it executes its agenda by level, and pays
 * for switches on the way: from other contexts, between its own tasks, into and out of idleness.
 */
public final class Context {
    /** Whether it has a core, wants one, or wants nothing. */
    public enum State {
        RUNNING,
        READY,
        BLOCKED
    }

    private final String name;
    private final int ordinal;
    private final ContextSettings settings;
    private final Processors processors;
    private final Agenda agenda;
    private final Transition transition;
    /** Null where there are no worlds. */
    private final Crossing crossing;
    private final Idling idling;
    private final Stall stall;
    private final WorkingSet workingSet;
    private final Waiters waiters;
    private final long[] totals = new long[State.values().length];
    private State state = State.BLOCKED;
    private long stateSince;
    private boolean displaced;
    private Core core;
    private Activity lastTask;
    private boolean slept = true;
    private long taskSliceLeft;
    private final CoStop coStop = new CoStop();
    private Runnable moves = () -> {};
    private long interruptions;

    Context(String name, int ordinal, ContextSettings settings, Processors processors) {
        this.name = name;
        this.ordinal = ordinal;
        this.settings = settings;
        this.processors = processors;
        this.agenda = new Agenda(settings.meter(), this, this::raised);
        this.transition = new Transition(name + " transition", settings, agenda);
        this.crossing = settings.meter().hasWorlds() ? new Crossing(name + " crossing", agenda) : null;
        this.idling = new Idling(this, settings);
        this.workingSet = new WorkingSet(settings, processors);
        this.waiters = new Waiters(processors);
        this.stall = new Stall(this, waiters);
    }

    long now() {
        return processors.now();
    }

    public String name() {
        return name;
    }

    /** Its number among the contexts of the run, from 0. */
    public int ordinal() {
        return ordinal;
    }

    /** Which guest, driver domain or host it belongs to, for schedulers that share by domain. */
    public int domain() {
        return settings.domain();
    }

    public Share share() {
        return settings.share();
    }

    /** The core it is confined to, or -1. */
    public int pinnedTo() {
        return settings.pinnedTo();
    }

    public int owner() {
        return settings.meter().owner();
    }

    public Agenda agenda() {
        return agenda;
    }

    public State state() {
        return state;
    }

    /** The core it runs on, or ran on last; null if it never ran. */
    public Core core() {
        return core;
    }

    /** The time it was ready without a core until now. */
    public long readyPicos(long now) {
        return picos(State.READY, now);
    }

    /** The time it spent in a state until now. */
    public long picos(State asked, long now) {
        return totals[asked.ordinal()] + (state == asked ? now - stateSince : 0);
    }

    int readySlot() {
        return settings.readySlot();
    }

    int queueSlot() {
        return settings.queueSlot();
    }

    /** The scheduler holds it back, or no longer does, until other vCPUs of its guest can start with it. */
    public void coStopped(boolean held) {
        coStop.set(held, processors.now());
    }

    /** The part of its ready time in which its scheduler held it back for co-scheduling, until now. */
    public long coStoppedPicos(long now) {
        return coStop.picos(now);
    }

    /** It runs and waits for another context: it lets its core go, but stays ready. */
    public void yields() {
        if (state == State.RUNNING) {
            processors.scheduling().yields(this, core);
        }
    }

    /** Whether any request waited in it while it ran, since this was asked last. */
    boolean anyWaitedSinceAsked(long now) {
        return waiters.anySinceAsked(now);
    }

    /** Request-picoseconds that requests of a class waited in it while it ran, since this was asked last. */
    long waitedSinceAsked(int waiting, long now) {
        return waiters.sinceAsked(waiting, now);
    }

    /** How many requests of a class wait in it. */
    long waiting(int waitingClass) {
        return waiters.count(waitingClass);
    }

    void addWaiter(int waiting, int change, long now) {
        waiters.add(waiting, change, state, stall.isHeld(), now);
    }

    /** Whether what it executes now is the guest's own code, or the monitor's on a hosted platform. */
    public boolean isInGuest() {
        if (state != State.RUNNING || core.active() == null || core.active().agenda() != agenda) {
            return false;
        }
        Block work = core.active().work();
        if (work.isEmpty()) {
            return false;
        }
        Place place = processors.slots().get(work.slotAtCursor()).place();
        return settings.meter().hasWorlds() ? !place.isHostWorld() : place.isGuest();
    }

    /** Another context waits for its core: if it only polls, it polls no longer. */
    public void coreIsWanted() {
        idling.stopPolling();
    }

    /** Whether another context waits for its core. */
    boolean isCoreWanted() {
        return processors.scheduling().isWanted(core);
    }

    /** What an interrupt of the machine costs that meets its guest code. */
    public Price interruption() {
        return settings.interruption();
    }

    /** An interrupt of the machine has met its guest code. */
    public void wasInterrupted() {
        interruptions++;
    }

    /** How often an interrupt of the machine met its guest code until now. */
    public long interruptions() {
        return interruptions;
    }

    /** An interrupt took it to the host's world: what is suspended pays the way back, and the host process has its say. */
    public void interruptedIntoHost() {
        settings.meter().isNowIn(true);
        if (settings.hostProcess() != null) {
            settings.hostProcess().visited();
        }
    }

    /** Somebody wants to hear, at the instant, that it got a core, lost it, or wants one no longer. */
    public void tellsMoves(Runnable listener) {
        moves = listener;
    }

    /** Where the memory of its guest is; null where all memory is equally near. */
    public NodeMemory memory() {
        return settings.memory();
    }

    /** Gives it the host process that is told of its visits to the host's world. */
    public void servedBy(HostProcess process) {
        settings.hostProcess(process);
    }

    /** Keeps it from running, whatever it has to do, until {@link #goOn}. */
    public void stall() {
        stall.begin();
        if (state == State.RUNNING) {
            core.reconsider();
        }
    }

    /** What it was stalled for has come; {@code slot} names what its other requests waited for meanwhile. */
    public void goOn(int slot) {
        stall.end(slot);
        if (state == State.BLOCKED && !agenda.isEmpty()) {
            raised();
        }
    }

    void enter(State next, long now) {
        waiters.enter(state, -1, now);
        totals[state.ordinal()] += now - stateSince;
        if (state == State.READY && next == State.RUNNING && (now > stateSince || !displaced)) {
            processors.readyWaits().record(owner(), now - stateSince);
        }
        displaced = state == State.RUNNING && next == State.READY;
        State before = state;
        state = next;
        stateSince = now;
        waiters.enter(state, 1, now);
        if (processors.onlooker() != null) {
            processors.onlooker().moved(this, before, next);
        }
        moves.run();
    }

    private void raised() {
        if (stall.isHeld()) {
            return;
        }
        if (state == State.BLOCKED) {
            enter(State.READY, processors.now());
            processors.scheduling().wake(this);
        } else if (state == State.RUNNING) {
            if (processors.isRemote(core) && !idling.isPolling()) {
                transition.add(settings.interProcessorInterrupt());
            }
            core.reconsider();
        }
    }

    /** Writes what it takes to start on this core. */
    void dispatchedTo(Core next, boolean afterIdle, boolean fromElsewhere) {
        if (fromElsewhere) {
            transition.add(afterIdle ? settings.wakingInterrupt() : settings.interProcessorInterrupt());
        }
        if (next.lastContext() != this) {
            transition.add(settings.contextSwitch());
        }
        workingSet.arrives(next);
        if (slept) {
            transition.add(settings.idleExit());
            idling.ended();
            slept = false;
        }
        if (afterIdle) {
            transition.afterIdleState(next.idleExitPicos());
        }
        core = next;
    }

    void leaves() {
        workingSet.leaves();
    }

    /** A piece of its work has ended. */
    void ended(Block work) {
        workingSet.ended(work);
    }

    /** What it has to do next; there is always something, at the least becoming idle. */
    Activity choose() {
        if (stall.isAsked()) {
            return stall;
        }
        if (crossing != null && crossing.isPending()) {
            return crossing;
        }
        Activity first = agenda.first();
        if (transition.isPending()) {
            return transition.before(first);
        }
        if (first == null) {
            return idling.due();
        }
        idling.disturbed();
        return first.level() == Level.TASK ? chooseTask(first) : first;
    }

    /** The task, or what must come before it: the tick that was stopped, the switch to it, and the lines of the working set that it fetches again. */
    private Activity chooseTask(Activity task) {
        if (idling.resumesTick()) {
            transition.add(settings.restartTick());
        }
        if (task != lastTask) {
            boolean switched = lastTask != null;
            taskSliceLeft = settings.taskSlicePicos();
            lastTask = task;
            if (switched && !settings.taskSwitch().isFree()) {
                transition.add(settings.taskSwitch());
            }
        }
        if (transition.isPending()) {
            return transition.before(task);
        }
        long lines = workingSet.fetchFor(task.work());
        if (lines > 0) {
            transition.refill(lines);
            return transition.before(task);
        }
        return task;
    }

    /** Writes the crossing without which the suspended block cannot go on; false if none is needed. */
    boolean crossesFor(Block suspended) {
        if (crossing == null || suspended == crossing.work() || !settings.meter().mustCross(suspended)) {
            return false;
        }
        crossing.crossFor(suspended);
        return true;
    }

    /** Whether a task runs while others wait, so that its slice counts. */
    boolean sharesTasks(Activity active) {
        return active.level() == Level.TASK && active.agenda() == agenda && agenda.tasks() > 1 && active.isRaised()
                && settings.taskSlicePicos() > 0;
    }

    /** What is left of the slice of the task that runs. */
    long taskSliceLeft() {
        return taskSliceLeft;
    }

    void taskSliceLeft(long picos) {
        taskSliceLeft = picos;
    }

    /** The slice of its first task is over. */
    void rotateTasks() {
        agenda.rotateTasks();
        taskSliceLeft = settings.taskSlicePicos();
    }

    /** It has nothing to do and has paid for becoming idle: gives up its core. */
    void blocks() {
        slept = true;
        givesUpCore();
    }

    void givesUpCore() {
        core.contextBlocks();
    }
}
