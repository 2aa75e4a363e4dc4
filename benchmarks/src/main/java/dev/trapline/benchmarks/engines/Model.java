package dev.trapline.benchmarks.engines;

/** A model that stands in its steady state and can be run on. */
@FunctionalInterface
public interface Model {

    /** Goes on for so many operations: events of a HOLD, customers served, visits to a processor. */
    void execute(long operations);
}
