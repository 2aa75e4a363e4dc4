package dev.trapline.engine;

import java.util.Objects;

/**
 * Many {@link Timer timers} that differ by an index alone, as the clients of a population or the entries of a table do: each is
 * armed and cancelled for itself, and all run one action, which is told the index. They are numbers to the queue and no objects
 * at all, so that a million of them costs no more than the state that the model keeps for each in arrays of its own.
 */
public final class Timers extends TimerOwner {
    private final int count;
    private final IndexedAction action;

    Timers(Simulation simulation, EventQueue queue, int firstNumber, int count, String name, Phase phase, IndexedAction action) {
        super(simulation, queue, firstNumber, name, phase);
        this.count = count;
        this.action = Objects.requireNonNull(action, "action");
    }

    public int count() {
        return count;
    }

    public boolean isArmed(int index) {
        return queue.contains(number(index));
    }

    /** Arms one timer for the given time from now, in picoseconds; see {@link Timer#armAfter}. */
    public void armAfter(int index, long delayPicos) {
        int number = number(index);
        arm(number, after(number, delayPicos));
    }

    /** Arms one timer for the given instant, in picoseconds; see {@link Timer#armAt}. */
    public void armAt(int index, long instantPicos) {
        arm(number(index), instantPicos);
    }

    /** Disarms one timer; does nothing if it is not armed. */
    public void cancel(int index) {
        int number = number(index);
        if (queue.contains(number)) {
            queue.remove(number);
        }
    }

    @Override
    Action action() {
        return () -> action.run(simulation.executing() - firstNumber);
    }

    @Override
    String describe(int number) {
        return "Timer " + (number - firstNumber) + " of '" + name() + "'";
    }

    @Override
    String due(int number) {
        return "";
    }

    private int number(int index) {
        return firstNumber + Objects.checkIndex(index, count);
    }
}
