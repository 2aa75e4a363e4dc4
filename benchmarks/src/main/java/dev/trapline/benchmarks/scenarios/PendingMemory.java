package dev.trapline.benchmarks.scenarios;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import dev.trapline.engine.Timers;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** What a pending event takes of the heap, once many have come and gone. */
final class PendingMemory {
    private static final long MEAN = 1_000_000_000L;

    private PendingMemory() {}

    static void print() {
        for (int pending : new int[] {1_000, 100_000, 1_000_000}) {
            report("indexed", pending, PendingMemory::indexed);
            report("timers", pending, PendingMemory::single);
        }
    }

    /** What is freed when the simulation is given up is what it took. */
    private static void report(String kind, int pending, IntFunction<Simulation> maker) {
        Simulation[] held = {maker.apply(pending)};
        long bytes = Heap.used();
        held[0] = null;
        bytes -= Heap.used();
        System.out.printf(Locale.ROOT, "pending\t%d\t%s\t%.1f%n", pending, kind, (double) bytes / pending);
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
