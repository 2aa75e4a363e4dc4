package dev.trapline.benchmarks.peers;

import ch.qos.logback.classic.Level;
import dev.trapline.benchmarks.engines.Engine;
import dev.trapline.benchmarks.engines.Model;
import dev.trapline.benchmarks.queue.IncrementTable;
import org.cloudsimplus.core.CloudSimEntity;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.core.Simulation;
import org.cloudsimplus.core.events.SimEvent;
import org.cloudsimplus.util.Log;

/** CloudSim Plus: an entity that sends itself events. */
public final class CloudSimPlusEngine implements Engine {
    /** It drops events that come sooner than this after others. */
    private static final double LEAST_GAP = 1e-9;

    @Override
    public String name() {
        return "cloudsimplus";
    }

    @Override
    public Model hold(int pending, IncrementTable increments) {
        Log.setLevel(Level.OFF);
        CloudSimPlus simulation = new CloudSimPlus(LEAST_GAP);
        Sender sender = new Sender(simulation, pending, increments);
        simulation.startSync();
        return new Running(simulation, sender);
    }

    /** It has no stop after an event, so it goes on for a while at a time and what is too much counts for the next. */
    private static final class Running implements Model {
        private static final double EVENTS_AT_A_TIME = 1_000;

        private final CloudSimPlus simulation;
        private final Sender sender;
        private long owed;

        Running(CloudSimPlus simulation, Sender sender) {
            this.simulation = simulation;
            this.sender = sender;
        }

        @Override
        public void execute(long events) {
            owed += events;
            while (sender.received < owed) {
                simulation.runFor(EVENTS_AT_A_TIME * IncrementTable.MEAN_GAP);
            }
        }
    }

    private static final class Sender extends CloudSimEntity {
        private static final int TAG = 1;

        private final int pending;
        private final IncrementTable increments;
        private long received;

        Sender(Simulation simulation, int pending, IncrementTable increments) {
            super(simulation);
            this.pending = pending;
            this.increments = increments;
        }

        @Override
        protected void startInternal() {
            for (int i = 0; i < pending; i++) {
                schedule(increments.next(), TAG);
            }
        }

        @Override
        public void processEvent(SimEvent event) {
            received++;
            schedule(increments.next(), TAG);
        }
    }
}
