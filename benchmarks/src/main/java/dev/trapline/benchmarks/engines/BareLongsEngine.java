package dev.trapline.benchmarks.engines;

import dev.trapline.benchmarks.queue.Hold;
import dev.trapline.benchmarks.queue.IncrementTable;

/** The ladder of bare longs whose widths are set by hand: what to come near to. Exponential increments only. */
final class BareLongsEngine implements Engine {
    @Override
    public String name() {
        return "bare";
    }

    @Override
    public Model hold(int pending, IncrementTable increments) {
        return Hold.ofBareLongs(pending, increments)::execute;
    }
}
