package dev.trapline.engine;

import java.util.Objects;

/** What stands behind timers of successive numbers: one {@link Timer}, or many alike, {@link Timers}. */
abstract class TimerOwner {
    final Phase phase;
    /** The number of timers that the simulation had created before: the first timer's identity in queue and fingerprint. */
    final int firstNumber;
    final Simulation simulation;
    /** Another one when the simulation has got so many timers that it changed its queue. */
    EventQueue queue;
    private final String name;

    TimerOwner(Simulation simulation, EventQueue queue, int firstNumber, String name, Phase phase) {
        this.simulation = simulation;
        this.queue = queue;
        this.firstNumber = firstNumber;
        this.name = Objects.requireNonNull(name, "name");
        this.phase = Objects.requireNonNull(phase, "phase");
    }

    /** Returns what is run when a timer of this owner expires. */
    abstract Action action();

    /** Returns what errors call the timer of this number. */
    abstract String describe(int number);

    /** Returns what errors say of when an armed timer is due, where that is known. */
    abstract String due(int number);

    public final String name() {
        return name;
    }

    /** Returns the instant that lies so far ahead of now, and refuses one past the end of time. */
    final long after(int number, long delayPicos) {
        long now = simulation.now();
        if (delayPicos > Long.MAX_VALUE - now) {
            throw new IllegalStateException(describe(number) + " cannot be armed to be due in " + Time.format(delayPicos)
                    + ": simulated time ends at " + Time.format(Long.MAX_VALUE) + clock());
        }
        return now + delayPicos;
    }

    final void arm(int number, long instantPicos) {
        if (queue.contains(number)) {
            throw new IllegalStateException(
                    describe(number) + " cannot be armed for " + Time.format(instantPicos) + ": it is armed" + due(number) + clock());
        }
        if (instantPicos < simulation.now()) {
            throw new IllegalStateException(
                    describe(number) + " cannot be armed for " + Time.format(instantPicos) + ": that has passed" + clock());
        }
        queue.add(number, phase, instantPicos);
    }

    final String clock() {
        return " (clock " + Time.format(simulation.now()) + ")";
    }
}
