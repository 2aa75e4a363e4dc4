package dev.trapline.benchmarks.scenarios;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import dev.trapline.engine.Timers;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * What a pending event takes of the heap, once many have come and gone: what is freed when the simulation is given up, less
 * what an empty one takes. Prints tab-separated: {@code pending}; how many; kind; bytes of each; bytes of the empty one.
 */
final class PendingMemory {
    private static final long MEAN = 1_000_000_000L;

    private PendingMemory() {}

    static void print() {
        for (int pending : new int[] {1_000, 10_000, 100_000, 1_000_000}) {
            report("indexed", pending, PendingMemory::indexed);
            report("timers", pending, PendingMemory::single);
        }
    }

    private static void report(String kind, int pending, IntFunction<Simulation> maker) {
        long empty = bytes(0, maker);
        System.out.printf(
                Locale.ROOT, "pending\t%d\t%s\t%.1f\t%d%n",
                pending, kind, (double) (bytes(pending, maker) - empty) / pending, empty);
    }

    private static long bytes(int pending, IntFunction<Simulation> maker) {
        Simulation[] held = {maker.apply(pending)};
        return Heap.freedBy(() -> held[0] = null);
    }

    private static Simulation indexed(int pending) {
        Simulation simulation = new Simulation();
        SplittableRandom random = new SplittableRandom(1);
        if (pending == 0) {
            return simulation;
        }
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
