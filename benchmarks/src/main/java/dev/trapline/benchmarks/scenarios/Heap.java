package dev.trapline.benchmarks.scenarios;

/** Bytes of the heap that somebody still refers to. */
final class Heap {
    private Heap() {}

    /** What giving something up frees is what it took, whatever else there is. */
    static long freedBy(Runnable givingUp) {
        long before = used();
        givingUp.run();
        return before - used();
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long used = Long.MAX_VALUE;
        long now = Long.MAX_VALUE - 1;
        // Each collection finds what the one before has finalised.
        while (now < used) {
            used = now;
            runtime.gc();
            now = runtime.totalMemory() - runtime.freeMemory();
        }
        return used;
    }
}
