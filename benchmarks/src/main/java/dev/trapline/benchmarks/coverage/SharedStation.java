package dev.trapline.benchmarks.coverage;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import dev.trapline.measure.LatencyHistogram;
import dev.trapline.random.KeyedSource;
import java.util.PriorityQueue;

/**
 * M/H2/1 shared evenly: hyperexponential service of mean 1 and squared coefficient of variation 4, with balanced means. The
 * mean time in it is 1 / (1 - load), whatever the service is like; the quantile is {@link TaggedCustomer}'s.
 */
final class SharedStation extends KnownQueue {
    private static final double SQUARED_VARIATION = 4;

    private final double load;
    private final TaggedCustomer.Phases phases;

    private SharedStation(double load, TaggedCustomer.Phases phases) {
        super(
                "M/H2/1-PS at " + load,
                relaxation(load),
                1 / (1 - load),
                Quantiles.where(0.95, new TaggedCustomer(load, phases)::distribution));
        this.load = load;
        this.phases = phases;
    }

    static SharedStation of(double load) {
        return new SharedStation(load, TaggedCustomer.Phases.balanced(SQUARED_VARIATION));
    }

    /** That of M/M/1, times what variable service adds to the variance of the work that arrives. */
    private static double relaxation(double load) {
        double gap = 1 - StrictMath.sqrt(load);
        return (1 + SQUARED_VARIATION) / 2 / (gap * gap);
    }

    @Override
    Run start(long seed, int replication, LatencyHistogram times) {
        return new Station(seed, replication, times);
    }

    /** Leaves when the service that each has had since the beginning reaches what it was at the arrival plus the demand. */
    private record Customer(long arrived, double leavesAt) {}

    private final class Station implements Run {
        private final Simulation simulation = new Simulation();
        private final Timer arrival = simulation.newTimer("arrival", Phase.ARRIVE, this::arrive);
        private final Timer departure = simulation.newTimer("departure", Phase.COMPLETE, this::depart);
        private final PriorityQueue<Customer> inside =
                new PriorityQueue<>((a, b) -> Double.compare(a.leavesAt(), b.leavesAt()));
        private final LatencyHistogram times;
        private final KeyedSource arrivals;
        private final KeyedSource services;
        private double servedEach;
        private long since;

        Station(long seed, int replication, LatencyHistogram times) {
            this.times = times;
            arrivals = new KeyedSource(seed, replication, KeyedSource.path("arrivals"));
            services = new KeyedSource(seed, replication, KeyedSource.path("services"));
            arrive();
        }

        @Override
        public void until(long picos) {
            simulation.runUntil(picos);
        }

        private void serve() {
            if (!inside.isEmpty()) {
                servedEach += (double) (simulation.now() - since) / inside.size();
            }
            since = simulation.now();
        }

        private void arrive() {
            serve();
            boolean first = services.nextOpenDouble() < phases.firstShare();
            double demand = services.nextExponential() / (first ? phases.firstRate() : phases.secondRate());
            inside.add(new Customer(simulation.now(), servedEach + demand * UNIT_PICOS));
            arrival.armAfter(picos(arrivals.nextExponential() / load));
            armDeparture();
        }

        private void depart() {
            serve();
            times.record(simulation.now() - inside.remove().arrived());
            armDeparture();
        }

        private void armDeparture() {
            departure.cancel();
            if (!inside.isEmpty()) {
                double left = Math.max(0, inside.peek().leavesAt() - servedEach);
                departure.armAfter(Math.round(left * inside.size()));
            }
        }
    }
}
