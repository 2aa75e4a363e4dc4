package dev.trapline.memory;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Time;
import dev.trapline.hardware.Clock;
import dev.trapline.hardware.Disk;
import dev.trapline.hardware.DiskModel;
import dev.trapline.scheduler.SchedulerFactory;
import dev.trapline.scheduler.Schedulers;
import dev.trapline.work.Price;
import dev.trapline.work.Processors;
import dev.trapline.work.Slots;
import java.util.LinkedHashMap;
import java.util.Map;

/** A machine's memory under a policy, with a disk whose every operation takes a millisecond and a microsecond for each page. */
final class MemoryBench {
    static final long MICRO = Time.PICOS_PER_MICRO;
    private static final long MILLI = Time.PICOS_PER_MILLI;

    final Simulation simulation = new Simulation();
    final Disk disk = new Disk("disk", DiskModel.plain(MILLI, 0, 0, 4_096_000_000L, 1, 1L << 40), simulation);
    final Processors processors = processors();
    final HostMemory memory;

    /** @param told keys of the policy and their values, in turn */
    MemoryBench(String policy, int frames, Object... told) {
        memory = new HostMemory(simulation, frames, disk, 100_000, 0.5);
        Component<MemoryPolicyFactory> component = MemoryPolicies.standard().find(policy).orElseThrow();
        component.create(values(component, told)).rule(new MemorySurroundings(memory, processors, Price.FREE, 1, 0));
    }

    private static Values values(Component<?> component, Object... told) {
        Map<String, Object> held = new LinkedHashMap<>();
        for (Shape.Key key : component.keys()) {
            held.put(key.name(), key.fallback());
        }
        for (int i = 0; i < told.length; i += 2) {
            if (held.put((String) told[i], told[i + 1]) == null) {
                throw new IllegalArgumentException(component.name() + " has no key " + told[i]);
            }
        }
        return Values.of(held);
    }

    private Processors processors() {
        Processors processors =
                new Processors(simulation, new Clock(1_000_000_000), new Slots(), 1, 2, 1, 1, 0);
        Map<String, Object> scheduler = new LinkedHashMap<>();
        scheduler.put("type", "round-robin");
        Component<SchedulerFactory> roundRobin = Schedulers.standard().find("round-robin").orElseThrow();
        roundRobin.keys().forEach(key -> scheduler.put(key.name(), key.fallback()));
        processors.scheduledBy(roundRobin.create(Values.of(scheduler)).create(processors, 1));
        return processors;
    }

    GuestMemory guest(int pages) {
        return guest(pages, pages);
    }

    GuestMemory guest(int pages, int limit) {
        String name = "guest-" + (memory.guests().size() + 1);
        return memory.newGuest(new GuestMemory.Terms(name, 0, pages, 1, 0, limit, true, false));
    }

    /** The first so many pages of a guest have frames. */
    static void back(GuestMemory guest, int pages) {
        for (int page = 0; page < pages; page++) {
            guest.begins(page, PageState.RESIDENT);
        }
    }

    /** Uses a page now, and waits until that is done; the microseconds that took. */
    long use(GuestMemory guest, int page, boolean write) {
        long start = simulation.now();
        while (!guest.touch(page, write)) {
            boolean[] done = {false};
            if (!guest.fetch(page, write, () -> done[0] = true)) {
                waitFor(done);
            }
        }
        return (simulation.now() - start) / MICRO;
    }

    void waitFor(boolean[] done) {
        for (int looks = 0; !done[0]; looks++) {
            if (looks > 1_000_000) {
                throw new AssertionError("a page did not come");
            }
            simulation.runUntil(simulation.now() + MICRO);
        }
    }

    void at(long micros, dev.trapline.engine.Action action) {
        simulation.newTimer("test", Phase.ARRIVE, action).armAt(micros * MICRO);
    }

    void runUntilMicros(long micros) {
        simulation.runUntil(micros * MICRO);
        memory.checkConservation();
    }
}
