package dev.trapline.engine;

import java.util.Objects;

/**
 * An alarm clock that a model owns and reuses: armed, it runs its action once at its instant and is idle again.
 *
 * <p>A model creates its timers once, by {@link Simulation#newTimer}, and arms them as often as it likes, also from
 * within the action, for the timer is idle by then. To move an armed timer, cancel it and arm it anew: it then stands
 * behind all that were armed before.
 */
public final class Timer {

    final Phase phase;
    final Action action;
    /** The number of timers that the simulation had created before this one: its identity in the fingerprint. */
    final int ordinal;
    /** Where the queue holds this timer; only the queue writes it. */
    int slot = EventQueue.NOT_QUEUED;

    private final Simulation simulation;
    private final EventQueue queue;
    private final String name;

    Timer(Simulation simulation, EventQueue queue, int ordinal, String name, Phase phase, Action action) {
        this.simulation = simulation;
        this.queue = queue;
        this.ordinal = ordinal;
        this.name = Objects.requireNonNull(name, "name");
        this.phase = Objects.requireNonNull(phase, "phase");
        this.action = Objects.requireNonNull(action, "action");
    }

    public String name() {
        return name;
    }

    public boolean isArmed() {
        return slot != EventQueue.NOT_QUEUED;
    }

    /** Returns the instant at which this armed timer is due, in picoseconds. */
    public long instant() {
        if (!isArmed()) {
            throw new IllegalStateException(this + " has no instant: it is not armed" + clock());
        }
        return queue.instantOf(this);
    }

    /**
     * Arms this timer for the given time from now; zero means this very instant, after the running action.
     *
     * @throws IllegalStateException if the delay is negative or leads past the last instant of simulated time, or if
     *     this timer is armed
     */
    public void armAfter(long delayPicos) {
        long now = simulation.now();
        if (delayPicos > Long.MAX_VALUE - now) {
            throw new IllegalStateException(this + " cannot be armed to be due in " + Time.format(delayPicos)
                    + ": simulated time ends at " + Time.format(Long.MAX_VALUE) + clock());
        }
        armAt(now + delayPicos);
    }

    /**
     * Arms this timer for the given instant, which may be the present one.
     *
     * @throws IllegalStateException if the instant has passed or this timer is armed
     */
    public void armAt(long instantPicos) {
        if (instantPicos < simulation.now()) {
            throw new IllegalStateException(
                    this + " cannot be armed for " + Time.format(instantPicos) + ": that has passed" + clock());
        }
        if (isArmed()) {
            throw new IllegalStateException(this + " cannot be armed for " + Time.format(instantPicos)
                    + ": it is armed for " + Time.format(instant()) + clock());
        }
        queue.add(this, instantPicos);
    }

    /** Disarms this timer; does nothing if it is not armed. */
    public void cancel() {
        if (isArmed()) {
            queue.remove(this);
        }
    }

    @Override
    public String toString() {
        return "Timer '" + name + "'";
    }

    private String clock() {
        return " (clock " + Time.format(simulation.now()) + ")";
    }
}
