package dev.trapline.scheduler;

import dev.trapline.declare.Component;
import dev.trapline.declare.Shape;
import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.hardware.Clock;
import dev.trapline.spec.Share;
import dev.trapline.work.Activity;
import dev.trapline.work.Context;
import dev.trapline.work.ContextSettings;
import dev.trapline.work.Level;
import dev.trapline.work.NodeMemory;
import dev.trapline.work.Place;
import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;
import dev.trapline.work.Slots;
import dev.trapline.work.Topology;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** Cores under one scheduler, without any cost of switching, and contexts whose work is written down by tests. */
final class TestMachine {
    static final long MILLI = Time.PICOS_PER_MILLI;
    static final long SECOND = Time.PICOS_PER_SECOND;

    final Simulation simulation = new Simulation();
    final Processors processors;
    private final Slots slots = new Slots();
    private final int slot = slots.service(Place.GUEST_USER, "work");
    private final Scheduling scheduling;

    private TestMachine(SchedulerFactory factory, Topology topology, int cores, int contexts) {
        int lanes = factory.lanes(cores, contexts);
        processors = new Processors(simulation, new Clock(1_000_000_000), slots, lanes, contexts, contexts, 0, 0);
        if (lanes == cores) {
            processors.arrangedAs(topology);
        }
        scheduling = factory.create(processors, cores);
        processors.scheduledBy(scheduling);
    }

    /** A machine under a scheduler with the defaults of its declaration. */
    static TestMachine of(String scheduler, int cores, int contexts) {
        return of(scheduler, cores, contexts, Map.of());
    }

    static TestMachine of(String scheduler, int cores, int contexts, Map<String, Object> told) {
        return new TestMachine(factory(scheduler, told), Topology.FLAT, cores, contexts);
    }

    /** Cores that stand together in threads and sockets. */
    static TestMachine of(String scheduler, Topology topology, int cores, int contexts) {
        return new TestMachine(factory(scheduler, Map.of()), topology, cores, contexts);
    }

    static SchedulerFactory factory(String scheduler, Map<String, Object> told) {
        Component<SchedulerFactory> component = Schedulers.standard().find(scheduler).orElseThrow();
        return component.create(values(component, told));
    }

    private static Values values(Component<?> component, Map<String, Object> told) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Shape.Key key : component.keys()) {
            values.put(key.name(), told.getOrDefault(key.name(), key.fallback()));
        }
        return Values.of(values);
    }

    /** A context in a domain of its own. */
    Context context(String name, Share share, int pinnedTo) {
        return context(name, processors.contexts().size(), share, pinnedTo);
    }

    Context context(String name, int domain, Share share, int pinnedTo) {
        return context(name, domain, share, pinnedTo, null);
    }

    /** A context whose guest's memory is somewhere. */
    Context context(String name, int domain, Share share, int pinnedTo, NodeMemory memory) {
        int owner = processors.contexts().size();
        ContextSettings settings = ContextSettings.with(processors.newMeter(owner), slots, Place.GUEST_KERNEL)
                .domain(domain).share(share).pinnedTo(pinnedTo).memory(memory);
        return processors.newContext(name, settings);
    }

    /** A context that polls for so long before it gives up its core. */
    Context polling(String name, long picos) {
        int owner = processors.contexts().size();
        return processors.newContext(
                name, ContextSettings.with(processors.newMeter(owner), slots, Place.GUEST_KERNEL).domain(owner).polling(picos, 0));
    }

    /** Its cores stand in sockets of so many. */
    TestMachine inSockets(int cores) {
        processors.arrangedAs(new Topology(1, cores, 1, 1));
        return this;
    }

    /** A context that always wants to run. */
    Context hog(String name, Share share) {
        return makeHog(context(name, share, -1));
    }

    Context hog(String name) {
        return hog(name, Share.NEUTRAL);
    }

    Context makeHog(Context context) {
        simulation.newTimer(context.name() + " start", Phase.ARRIVE, new Hog(context)::raise).armAt(0);
        return context;
    }

    /** A context that has {@code workPicos} of work at {@code firstPicos} and every {@code periodPicos} after. */
    Periodic periodic(String name, long firstPicos, long periodPicos, long workPicos) {
        return periodic(context(name, Share.NEUTRAL, -1), firstPicos, periodPicos, workPicos);
    }

    Periodic periodic(Context context, long firstPicos, long periodPicos, long workPicos) {
        return new Periodic(context, firstPicos, periodPicos, workPicos);
    }

    /** Does something once, at an instant. */
    void at(long picos, Runnable action) {
        simulation.newTimer("at " + picos, Phase.ARRIVE, action::run).armAt(picos);
    }

    /** At an instant a context, if it runs, lets its core go. */
    void yieldAt(long picos, Context context) {
        at(picos, context::yields);
    }

    void start() {
        scheduling.start();
    }

    void runUntil(long picos) {
        simulation.runUntil(picos);
        processors.checkConservation();
    }

    void startAndRunUntil(long picos) {
        start();
        runUntil(picos);
    }

    /** The CPU time that a context got since the beginning. */
    long got(Context context) {
        processors.account();
        return processors.ledger().picos(context.owner(), slot);
    }

    /** The part of one core that a context got since the beginning. */
    double share(Context context) {
        return (double) got(context) / simulation.now();
    }

    static Share weight(double weight) {
        return new Share(weight, 0, Double.POSITIVE_INFINITY);
    }

    static Share cap(double cap) {
        return new Share(1, 0, cap);
    }

    static Share reserve(double reserve) {
        return new Share(1, reserve, Double.POSITIVE_INFINITY);
    }

    private final class Hog extends Activity {
        Hog(Context context) {
            super(context.name() + " hog", Level.TASK, context.agenda());
        }

        @Override
        protected boolean step() {
            block().add(slot, SECOND);
            return true;
        }
    }

    /** Bursts of work at fixed instants; one that would begin before the last has ended is left out. */
    final class Periodic extends Activity {
        final Context context;
        private final long periodPicos;
        private long workPicos;
        private final Timer timer;
        private LongConsumer waits = picos -> {};
        private boolean working;
        private long readyMark;

        Periodic(Context context, long firstPicos, long periodPicos, long workPicos) {
            super(context.name() + " burst", Level.TASK, context.agenda());
            this.context = context;
            this.periodPicos = periodPicos;
            this.workPicos = workPicos;
            timer = simulation.newTimer(context.name() + " period", Phase.ARRIVE, this::begin);
            timer.armAt(firstPicos);
        }

        /** Tells after each burst how long it was ready without a core. */
        Periodic tellWaits(LongConsumer to) {
            waits = to;
            return this;
        }

        /** From now on its bursts are so long. */
        void burstsOf(long picos) {
            workPicos = picos;
        }

        private void begin() {
            timer.armAfter(periodPicos);
            if (!isRaised()) {
                readyMark = context.readyPicos(simulation.now());
                raise();
            }
        }

        @Override
        protected boolean step() {
            if (working) {
                waits.accept(context.readyPicos(simulation.now()) - readyMark);
            } else {
                block().add(slot, workPicos);
            }
            working = !working;
            return working;
        }
    }
}
