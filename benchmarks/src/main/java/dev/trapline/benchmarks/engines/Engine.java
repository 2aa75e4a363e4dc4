package dev.trapline.benchmarks.engines;

import dev.trapline.benchmarks.queue.IncrementTable;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A way to run events, and the models written for it as its users would write them. Not all are written for all: the ladder of
 * bare {@code long}s has nothing but HOLD. What is not written throws {@link UnsupportedOperationException} with the engine's name.
 */
public interface Engine {
    /** Of the demand of the open queue. */
    double LOAD = 0.8;

    /** Stations of the central-server model beside its processor. */
    int DISKS = 8;

    String name();

    /** Pending events, each of which has one follow it. An operation is an event. */
    Model hold(int pending, IncrementTable increments);

    /** The same; each event also moves another: of what is armed, half is cancelled. An operation is an event. */
    default Model cancelling(int pending, IncrementTable increments) {
        throw new UnsupportedOperationException(name());
    }

    /** M/M/1 under {@link #LOAD}. An operation is a customer. */
    default Model singleServer(Draws draws) {
        throw new UnsupportedOperationException(name());
    }

    /**
     * Terminals that think, a processor, and {@link #DISKS} disks, to one of which a customer goes from it but for one visit in
     * nine, after which it thinks again. An operation is a visit to the processor.
     */
    default Model centralServer(int customers, Draws draws) {
        throw new UnsupportedOperationException(name());
    }

    /** The engine of that name, of this project or of a module that is on the class path. */
    static Engine of(String name) {
        return Stream.concat(own().stream(), ServiceLoader.load(Engine.class).stream().map(Supplier::get))
                .filter(engine -> engine.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no engine " + name + "; is its module on the class path?"));
    }

    private static List<Engine> own() {
        return List.of(new TimersEngine(), new IndexedTimersEngine(), new RecordsEngine(), new BareLongsEngine());
    }
}
