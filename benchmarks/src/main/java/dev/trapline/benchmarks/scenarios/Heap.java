package dev.trapline.benchmarks.scenarios;

/** Bytes of the heap that somebody still refers to. */
final class Heap {
    private Heap() {}

    static long used() {
        Runtime runtime = Runtime.getRuntime();
        // The second finds what the first has finalised.
        runtime.gc();
        runtime.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
