package dev.trapline.benchmarks.queue;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import dev.trapline.engine.Timers;
import java.util.PriorityQueue;

/** A set of pending events, each of which, when executed, has one follow it after an increment. */
public interface Hold {

    void execute(long events);

    /** The engine, one timer with an action of its own for each pending event. */
    static Hold ofTimers(int pending, IncrementTable increments) {
        Simulation simulation = new Simulation();
        long[] left = new long[1];
        for (int i = 0; i < pending; i++) {
            Timer[] timer = new Timer[1];
            timer[0] = simulation.newTimer("event", Phase.ARRIVE, () -> {
                timer[0].armAfter(increments.next());
                if (--left[0] == 0) {
                    simulation.stop();
                }
            });
            timer[0].armAfter(increments.next());
        }
        return events -> {
            left[0] = events;
            simulation.runUntil(Long.MAX_VALUE);
        };
    }

    /** The engine, with timers that have an index and share an action, which counts the events of each. */
    static Hold ofIndexedTimers(int pending, IncrementTable increments) {
        Simulation simulation = new Simulation();
        long[] left = new long[1];
        int[] executed = new int[pending];
        Timers[] timers = new Timers[1];
        timers[0] = simulation.newTimers("events", pending, Phase.ARRIVE, index -> {
            executed[index]++;
            timers[0].armAfter(index, increments.next());
            if (--left[0] == 0) {
                simulation.stop();
            }
        });
        for (int i = 0; i < pending; i++) {
            timers[0].armAfter(i, increments.next());
        }
        return events -> {
            left[0] = events;
            simulation.runUntil(Long.MAX_VALUE);
        };
    }

    /** The same; each event also cancels the timer of another, which it arms anew. */
    static Hold ofMovedTimers(int pending, IncrementTable increments) {
        Simulation simulation = new Simulation();
        long[] left = new long[1];
        int[] other = new int[1];
        Timers[] timers = new Timers[1];
        timers[0] = simulation.newTimers("events", pending, Phase.ARRIVE, index -> {
            timers[0].armAfter(index, increments.next());
            other[0] = (other[0] + 7_919) % pending;
            timers[0].cancel(other[0]);
            timers[0].armAfter(other[0], increments.next());
            if (--left[0] == 0) {
                simulation.stop();
            }
        });
        for (int i = 0; i < pending; i++) {
            timers[0].armAfter(i, increments.next());
        }
        return events -> {
            left[0] = events;
            simulation.runUntil(Long.MAX_VALUE);
        };
    }

    /** A queue of records, as one writes it in five minutes. */
    static Hold ofRecords(int pending, IncrementTable increments) {
        return new RecordHold(pending, increments);
    }

    /** An instant and the number of an event in one long; each event is counted, as above. */
    static Hold ofBareLongs(int pending, IncrementTable increments) {
        int numberBits = 24;
        int coarser = 1_024;
        BareLadder ladder = new BareLadder(pending, (IncrementTable.MEAN_GAP / coarser) << numberBits);
        int[] executed = new int[pending];
        for (int number = 0; number < pending; number++) {
            ladder.add(increments.next() / coarser << numberBits | number);
        }
        return events -> {
            for (long i = 0; i < events; i++) {
                long first = ladder.removeFirst();
                executed[(int) first & (1 << numberBits) - 1]++;
                ladder.add(first + (increments.next() / coarser << numberBits));
            }
        };
    }

    /** Events in a {@link PriorityQueue}. */
    final class RecordHold implements Hold {
        private record Event(long instant, long order, Runnable action) implements Comparable<Event> {
            @Override
            public int compareTo(Event other) {
                int byInstant = Long.compare(instant, other.instant);
                return byInstant != 0 ? byInstant : Long.compare(order, other.order);
            }
        }

        private final PriorityQueue<Event> queue = new PriorityQueue<>();
        private final IncrementTable increments;
        private long now;
        private long added;

        RecordHold(int pending, IncrementTable increments) {
            this.increments = increments;
            for (int i = 0; i < pending; i++) {
                Runnable[] action = new Runnable[1];
                action[0] = () -> add(action[0]);
                add(action[0]);
            }
        }

        private void add(Runnable action) {
            queue.add(new Event(now + increments.next(), added++, action));
        }

        @Override
        public void execute(long events) {
            for (long i = 0; i < events; i++) {
                Event event = queue.poll();
                now = event.instant;
                event.action.run();
            }
        }
    }
}
