package dev.trapline.benchmarks.scenarios;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import dev.trapline.engine.Timers;
import java.util.Locale;
import java.util.SplittableRandom;

/** What a pending event takes of the heap, once many have come and gone. */
final class PendingMemory {
    private static final long MEAN = 1_000_000_000L;

    private PendingMemory() {}

    static void print() {
        for (int pending : new int[] {1_000, 100_000, 1_000_000}) {
            long before = Heap.used();
            Simulation indexed = indexed(pending);
            report("indexed", pending, Heap.used() - before, indexed);
            indexed = null;
            before = Heap.used();
            Simulation single = single(pending);
            report("timers", pending, Heap.used() - before, single);
        }
    }

    /** The simulation is asked last, so that it is not collected before. */
    private static void report(String kind, int pending, long bytes, Simulation simulation) {
        System.out.printf(
                Locale.ROOT, "pending\t%d\t%s\t%.1f\t%d%n", pending, kind, (double) bytes / pending, simulation.executed());
    }

    private static Simulation indexed(int pending) {
        Simulation simulation = new Simulation();
        SplittableRandom random = new SplittableRandom(1);
        Timers[] timers = new Timers[1];
        timers[0] = simulation.newTimers("events", pending, Phase.ARRIVE, index ->
                timers[0].armAfter(index, random.nextLong(2 * MEAN)));
        for (int i = 0; i < pending; i++) {
            timers[0].armAfter(i, random.nextLong(2 * MEAN));
        }
        simulation.runUntil(5 * MEAN);
        return simulation;
    }

    private static Simulation single(int pending) {
        Simulation simulation = new Simulation();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < pending; i++) {
            Timer[] timer = new Timer[1];
            timer[0] = simulation.newTimer("event", Phase.ARRIVE, () -> timer[0].armAfter(random.nextLong(2 * MEAN)));
            timer[0].armAfter(random.nextLong(2 * MEAN));
        }
        simulation.runUntil(5 * MEAN);
        return simulation;
    }
}
