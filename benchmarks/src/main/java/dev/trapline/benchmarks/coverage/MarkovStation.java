package dev.trapline.benchmarks.coverage;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import dev.trapline.measure.LatencyHistogram;
import dev.trapline.queueing.ErlangC;
import dev.trapline.random.KeyedSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * M/M/c in order of arrival. The time in it is a service of mean 1 after a wait that is 0 but with Erlang's probability, and
 * exponential of rate c (1 - load) then; at c = 1 their sum is exponential of rate 1 - load.
 */
final class MarkovStation extends KnownQueue {
    private final int servers;
    private final double load;

    MarkovStation(int servers, double load) {
        super(
                "M/M/" + servers + " at " + load,
                relaxation(servers, load),
                1 + ErlangC.waits(servers, load) / (servers * (1 - load)),
                Quantiles.where(0.95, time -> 1 - tail(servers, load, time)));
        this.servers = servers;
        this.load = load;
    }

    /** The inverse of the spectral gap of the number inside: (sqrt(c) - sqrt(c load))^2. */
    private static double relaxation(int servers, double load) {
        double gap = StrictMath.sqrt(servers) - StrictMath.sqrt(servers * load);
        return 1 / (gap * gap);
    }

    private static double tail(int servers, double load, double time) {
        double rate = servers * (1 - load);
        double waits = ErlangC.waits(servers, load);
        double served = StrictMath.exp(-time);
        boolean alike = StrictMath.abs(rate - 1) < 1e-9;
        double both = alike ? (1 + time) * served : (rate * served - StrictMath.exp(-rate * time)) / (rate - 1);
        return (1 - waits) * served + waits * both;
    }

    @Override
    Run start(long seed, int replication, LatencyHistogram times) {
        return new Station(seed, replication, times);
    }

    private final class Station implements Run {
        private final Simulation simulation = new Simulation();
        private final Timer arrival = simulation.newTimer("arrival", Phase.ARRIVE, this::arrive);
        private final ArrayDeque<Long> waiting = new ArrayDeque<>();
        private final ArrayDeque<Server> idle = new ArrayDeque<>();
        private final LatencyHistogram times;
        private final KeyedSource arrivals;
        private final KeyedSource services;

        Station(long seed, int replication, LatencyHistogram times) {
            this.times = times;
            arrivals = new KeyedSource(seed, replication, KeyedSource.path("arrivals"));
            services = new KeyedSource(seed, replication, KeyedSource.path("services"));
            for (int i = 0; i < servers; i++) {
                idle.add(new Server(i));
            }
            arrive();
        }

        @Override
        public void until(long picos) {
            simulation.runUntil(picos);
        }

        private void arrive() {
            arrival.armAfter(picos(arrivals.nextExponential() / (servers * load)));
            if (idle.isEmpty()) {
                waiting.add(simulation.now());
            } else {
                idle.remove().serve(simulation.now());
            }
        }

        private final class Server {
            private final Timer end;
            private long arrived;

            Server(int number) {
                end = simulation.newTimer("server " + number, Phase.COMPLETE, this::done);
            }

            void serve(long customer) {
                arrived = customer;
                end.armAfter(picos(services.nextExponential()));
            }

            private void done() {
                times.record(simulation.now() - arrived);
                if (waiting.isEmpty()) {
                    idle.add(this);
                } else {
                    serve(waiting.remove());
                }
            }
        }
    }

    static List<KnownQueue> all() {
        return new ArrayList<>(List.of(new MarkovStation(1, 0.5), new MarkovStation(1, 0.9), new MarkovStation(4, 0.8)));
    }
}
