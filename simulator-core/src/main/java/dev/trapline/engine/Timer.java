package dev.trapline.engine;

import java.util.Objects;

/**
 * An alarm clock that a model owns and reuses: armed, it runs its action once at its instant and is idle again.
 *
 * <p>A model creates its timers once, by {@link Simulation#newTimer}, and arms them as often as it likes, also from
 * within the action, for the timer is idle by then. To move an armed timer, cancel it and arm it anew: it then stands
 * behind all that were armed before.
 */
public final class Timer extends TimerOwner {
    private final Action action;
    /** Meaningful while this timer is armed. */
    private long instant;

    Timer(Simulation simulation, EventQueue queue, int number, String name, Phase phase, Action action) {
        super(simulation, queue, number, name, phase);
        this.action = Objects.requireNonNull(action, "action");
    }

    public boolean isArmed() {
        return queue.contains(firstNumber);
    }

    /** Returns the instant at which this armed timer is due, in picoseconds. */
    public long instant() {
        if (!isArmed()) {
            throw new IllegalStateException(this + " has no instant: it is not armed" + clock());
        }
        return instant;
    }

    /**
     * Arms this timer for the given time from now; zero means this very instant, after the running action.
     *
     * @throws IllegalStateException if the delay is negative or leads past the last instant of simulated time, or if
     *     this timer is armed
     */
    public void armAfter(long delayPicos) {
        armAt(after(firstNumber, delayPicos));
    }

    /**
     * Arms this timer for the given instant, which may be the present one.
     *
     * @throws IllegalStateException if the instant has passed or this timer is armed
     */
    public void armAt(long instantPicos) {
        arm(firstNumber, instantPicos);
        instant = instantPicos;
    }

    /** Disarms this timer; does nothing if it is not armed. */
    public void cancel() {
        if (isArmed()) {
            queue.remove(firstNumber);
        }
    }

    @Override
    Action action() {
        return action;
    }

    @Override
    String describe(int number) {
        return toString();
    }

    @Override
    String due(int number) {
        return " for " + Time.format(instant);
    }

    @Override
    public String toString() {
        return "Timer '" + name() + "'";
    }
}
