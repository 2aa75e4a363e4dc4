package dev.trapline.engine;

/**
 * A clock and the timers armed on it: the whole of discrete-event simulation.
 *
 * <p>Between two events nothing happens, so the clock does not tick: it jumps from the instant of one armed
 * {@link Timer} to that of the next. A model is a state machine over timers. It creates them once, arms them for
 * instants to come, and when one expires its {@link Action} changes the model's state and arms others:
 *
 * <pre>{@code
 * Simulation simulation = new Simulation();
 * Timer seek = simulation.newTimer("disk/seek", Phase.COMPLETE, disk::transfer);
 * seek.armAfter(4 * Time.PICOS_PER_MILLI);
 * simulation.runUntil(10 * Time.PICOS_PER_SECOND);
 * }</pre>
 *
 * <p><b>Time.</b> A {@code long} counts picoseconds from zero: 106 days, and an instant past their end is refused. It
 * is an integer because sums of integers do not depend on their order. {@link Time} has the units.
 *
 * <p><b>Order.</b> Of all armed timers the next to run is always
 * <ol>
 *   <li>the one with the earliest instant;
 *   <li>at equal instants, the one with the earliest {@link Phase}: work completes, then work arrives, then schedulers
 *       decide, then observers look;
 *   <li>in equal phases, the one that was armed first. Cancelling and arming again counts as arming anew.
 * </ol>
 * No two timers are equal in all three, so a run never depends on chance, memory layout or the history of the queue.
 * Two consequences: an action that arms a timer for the present instant has it run in this instant, after itself; and
 * the rule chooses among the timers that are armed by then. If an observer arms a completion for the present instant,
 * that completion runs after the observer, because the observer has run already.
 *
 * <p><b>Boundary.</b> {@link #runUntil} includes the instant it is given: the events due then, and those armed by them
 * for that same instant, run before it returns. The clock then stands at that instant, whether or not anything happened
 * there. Running to t1 and then on to t2 is the same run as running to t2 at once.
 *
 * <p><b>Errors.</b> A timer refuses to be armed twice or for the past. An exception that leaves an action reaches the
 * caller of {@link #runUntil} inside an {@link IllegalStateException} that names the timer and the instant; a Java
 * {@link Error} passes as it is. The model is then half changed, so the simulation refuses to go on.
 *
 * <p><b>Fingerprint.</b> {@link #fingerprint} digests each executed event (its instant, and which timer by order of
 * creation) and each random draw that was reported by {@link #mixDraw}. Two versions of a model with equal fingerprints
 * did the same things in the same order; it does not tell whether they measured the same.
 *
 * <p>A simulation belongs to one thread and shares nothing: many run side by side. No event allocates memory.
 */
public final class Simulation {

    private static final int NONE = -1;

    private final Fingerprint fingerprint = new Fingerprint();
    private final TimerOwners owners = new TimerOwners();
    private EventQueue queue = new Tournament();
    private long now;
    private long executed;
    private boolean stopped;
    /** The timer whose action has not returned, since it is running or threw; or {@link #NONE}. */
    private int executing = NONE;

    /** Creates a simulation at instant zero, with nothing to do. */
    public Simulation() {}

    /** Returns the present instant in picoseconds. */
    public long now() {
        return now;
    }

    /**
     * Creates a timer, not armed.
     *
     * @param name what errors call it: the path of its owner and its role, such as {@code host/core-3/slice}
     */
    public Timer newTimer(String name, Phase phase, Action action) {
        Timer timer = new Timer(this, queue, owners.count(), name, phase, action);
        own(timer, 1);
        return timer;
    }

    /**
     * Creates timers that differ by an index alone, not armed.
     *
     * @param name what errors call them, with the index
     * @throws IllegalArgumentException if the count is negative
     */
    public Timers newTimers(String name, int count, Phase phase, IndexedAction action) {
        if (count < 0) {
            throw new IllegalArgumentException("There cannot be " + count + " timers '" + name + "'.");
        }
        Timers timers = new Timers(this, queue, owners.count(), count, name, phase, action);
        own(timers, count);
        return timers;
    }

    private void own(TimerOwner owner, int count) {
        owners.add(owner, count);
        if (owners.count() > Tournament.MOST_TIMERS && queue instanceof Tournament few) {
            queue = new LadderQueue();
            queue.grow(owners.count());
            few.moveTo(queue);
            owners.all().forEach(each -> each.queue = queue);
        } else {
            queue.grow(owners.count());
        }
    }

    /**
     * Executes all events up to and at the given instant, and leaves the clock there; or, if {@link #stop} is called,
     * leaves it at the event that called it.
     *
     * @throws IllegalStateException if the instant has passed, if an action calls this method, or if an action throws
     */
    public void runUntil(long picos) {
        requireRunnable(picos);
        stopped = false;
        while (!stopped && !queue.isEmpty()) {
            long next = queue.firstInstant();
            if (next > picos) {
                break;
            }
            now = next;
            execute(queue.removeFirst());
        }
        if (!stopped) {
            now = picos;
        }
    }

    /** Makes {@link #runUntil} return after the current event; outside of a run this does nothing. */
    public void stop() {
        stopped = true;
    }

    /** Returns the number of events executed so far. */
    public long executed() {
        return executed;
    }

    /** Returns the digest of all events executed and all draws reported so far. */
    public long fingerprint() {
        return fingerprint.value();
    }

    /** Makes a random draw part of the fingerprint. */
    public void mixDraw(long bits) {
        fingerprint.mixDraw(bits);
    }

    /** Returns the number of the timer whose action is running. */
    int executing() {
        return executing;
    }

    private void execute(int timer) {
        executing = timer;
        executed++;
        fingerprint.mixEvent(now, timer);
        try {
            owners.action(timer).run();
        } catch (RuntimeException e) {
            throw new IllegalStateException(describeExecuting() + " failed at " + Time.format(now) + ": " + e, e);
        }
        executing = NONE;
    }

    private String describeExecuting() {
        return owners.of(executing).describe(executing);
    }

    private void requireRunnable(long picos) {
        if (executing != NONE) {
            throw new IllegalStateException("Refusing to run until " + Time.format(picos) + ": the action of "
                    + describeExecuting() + " at " + Time.format(now) + " has not returned. Runs do not nest, and none goes on"
                    + " after a failure.");
        }
        if (picos < now) {
            throw new IllegalStateException("Refusing to run backwards to " + Time.format(picos) + ": the clock stands"
                    + " at " + Time.format(now) + ".");
        }
    }
}
