package dev.trapline.benchmarks.engines;

import dev.trapline.benchmarks.queue.Hold;
import dev.trapline.benchmarks.queue.IncrementTable;

/** The project's engine, with timers that share an action and differ by an index. */
final class IndexedTimersEngine implements Engine {
    @Override
    public String name() {
        return "indexed";
    }

    @Override
    public Model hold(int pending, IncrementTable increments) {
        return Hold.ofIndexedTimers(pending, increments)::execute;
    }

    @Override
    public Model cancelling(int pending, IncrementTable increments) {
        return Hold.ofMovedTimers(pending, increments)::execute;
    }
}
