package dev.trapline.work;

import dev.trapline.engine.Action;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Time;
import dev.trapline.hardware.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Cores at 1 GHz under a queue of first come, first served, and activities that tests write down piece by piece. A
 * millicycle is a picosecond here; all times of tests are microseconds.
 */
final class Bench {
    static final long MICRO = Time.PICOS_PER_MICRO;

    final Simulation simulation = new Simulation();
    final Slots slots = new Slots();
    final int user = slots.service(Place.GUEST_USER, "user");
    final int kernel = slots.service(Place.GUEST_KERNEL, "kernel");
    final int monitor = slots.service(Place.HYPERVISOR, "monitor");
    final int host = slots.service(Place.HOST_PROCESS, "host");
    final int machine = slots.service(Place.HYPERVISOR, "interrupt");
    final Processors processors;
    final Fifo scheduling = new Fifo();
    /** What ended when: the name of an activity and the microsecond, one entry for each piece. */
    final List<String> ended = new ArrayList<>();

    Bench(int cores) {
        this(cores, 2, 0);
    }

    Bench(int cores, int classes, long idleExitMicros) {
        processors = new Processors(
                simulation, new Clock(1_000_000_000), slots, cores, classes, classes, classes - 1, idleExitMicros * MICRO);
        processors.scheduledBy(scheduling);
        scheduling.cores = processors.cores();
    }

    ContextSettings settings() {
        return ContextSettings.with(processors.newMeter(0), slots, Place.GUEST_KERNEL);
    }

    Context context() {
        return processors.newContext("vcpu " + processors.contexts().size(), settings());
    }

    Price price(int slot, long micros) {
        return Price.of(List.of(new Price.Item(slot, micros * MICRO, 1)));
    }

    void at(long micros, Action action) {
        simulation.newTimer("test at " + micros, Phase.ARRIVE, action).armAt(micros * MICRO);
    }

    void raiseAt(long micros, Activity activity) {
        at(micros, activity::raise);
    }

    void runUntil(long micros) {
        simulation.runUntil(micros * MICRO);
        processors.checkConservation();
    }

    /** The microseconds in a slot so far, over all owners. */
    long spent(int slot) {
        processors.account();
        long sum = 0;
        for (int owner = 0; owner < processors.ledger().owners(); owner++) {
            sum += processors.ledger().picos(owner, slot);
        }
        assertWhole(sum);
        return sum / MICRO;
    }

    static void assertWhole(long picos) {
        if (picos % MICRO != 0) {
            throw new AssertionError(picos + " ps are no whole microseconds");
        }
    }

    Script task(String name, Context context) {
        return new Script(name, Level.TASK, context.agenda());
    }

    Script script(String name, Level level, Agenda agenda) {
        return new Script(name, level, agenda);
    }

    /** Does the pieces it was told, one after the other, each time it is raised. */
    final class Script extends Activity {
        private final List<List<int[]>> pieces = new ArrayList<>();
        private final List<Trail> trails = new ArrayList<>();
        private Runnable atEnd = () -> {};
        private int next;
        private boolean writesByMeter;

        private Script(String name, Level level, Agenda agenda) {
            super(name, level, agenda);
        }

        /** One more piece: slots and microseconds in turn. */
        Script piece(int... slotsAndMicros) {
            return piece(null, slotsAndMicros);
        }

        Script piece(Trail served, int... slotsAndMicros) {
            List<int[]> parts = new ArrayList<>();
            for (int i = 0; i < slotsAndMicros.length; i += 2) {
                parts.add(new int[] {slotsAndMicros[i], slotsAndMicros[i + 1]});
            }
            pieces.add(parts);
            trails.add(served);
            return this;
        }

        /** Writes by its meter, so that it crosses between worlds. */
        Script metered() {
            writesByMeter = true;
            return this;
        }

        Script atEnd(Runnable action) {
            atEnd = action;
            return this;
        }

        @Override
        protected boolean step() {
            if (next > 0) {
                Bench.assertWhole(simulation.now());
                ended.add(name() + " " + simulation.now() / MICRO);
            }
            if (next == pieces.size()) {
                next = 0;
                atEnd.run();
                return false;
            }
            serve(trails.get(next));
            for (int[] part : pieces.get(next)) {
                write(part[0], part[1] * MICRO);
            }
            next++;
            return true;
        }

        private void write(int slot, long picos) {
            if (writesByMeter) {
                meter().append(block(), slot, picos, 1);
            } else {
                block().add(slot, picos);
            }
        }
    }

    /** One queue, first come, first served, for a slice each. */
    static final class Fifo implements Scheduling {
        long slicePicos = Long.MAX_VALUE;
        private final ArrayDeque<Context> ready = new ArrayDeque<>();
        private List<Core> cores = List.of();

        @Override
        public void admit(Context context) {}

        @Override
        public void start() {}

        @Override
        public void wake(Context context) {
            ready.add(context);
            for (Core core : cores) {
                if (core.isIdle()) {
                    core.reschedule();
                }
            }
        }

        @Override
        public void block(Context context, Core core) {}

        @Override
        public void requeue(Context context, Core core) {
            ready.add(context);
        }

        @Override
        public Context next(Core core) {
            return ready.poll();
        }

        @Override
        public long slice(Context context, Core core) {
            return slicePicos;
        }
    }
}
