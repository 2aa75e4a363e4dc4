package dev.trapline.benchmarks.coverage;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Timer;
import dev.trapline.measure.LatencyHistogram;
import dev.trapline.random.KeyedSource;
import java.util.ArrayDeque;
import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * Twenty customers go round three stations that serve exponential times in order of arrival; observed is the time at the slowest.
 *
 * <p>Who arrives there finds the others as if it did not exist (Sevcik, Mitrani; Lavenberg, Reiser, 1980-81): k of 19 with the
 * product-form probability, and so stays for k + 1 services, an Erlang time.
 */
final class ClosedRing extends KnownQueue {
    private static final double[] SERVICE = {1, 0.7, 0.5};
    private static final int CUSTOMERS = 20;
    /** From the second eigenvalue of the chain of 231 states: 14.5 services; rounded up. */
    private static final double RELAXATION = 15;

    ClosedRing() {
        super("closed, 3 stations, 20 customers", RELAXATION, meanTime(), Quantiles.where(0.95, ClosedRing::distribution));
    }

    /** The probability of k customers at the slowest station, of 19 in all. */
    private static double[] found() {
        double[] found = new double[CUSTOMERS];
        double sum = 0;
        for (int k = 0; k < CUSTOMERS; k++) {
            int others = CUSTOMERS - 1 - k;
            for (int second = 0; second <= others; second++) {
                found[k] += StrictMath.pow(SERVICE[0], k)
                        * StrictMath.pow(SERVICE[1], second)
                        * StrictMath.pow(SERVICE[2], others - second);
            }
            sum += found[k];
        }
        for (int k = 0; k < CUSTOMERS; k++) {
            found[k] /= sum;
        }
        return found;
    }

    private static double meanTime() {
        double[] found = found();
        double mean = 0;
        for (int k = 0; k < CUSTOMERS; k++) {
            mean += found[k] * (k + 1) * SERVICE[0];
        }
        return mean;
    }

    /** An Erlang time of k + 1 stages is over unless at most k of them have ended. */
    private static double distribution(double time) {
        if (time == 0) {
            return 0;
        }
        double[] found = found();
        PoissonDistribution ended = new PoissonDistribution(null, time / SERVICE[0], 1e-15, 10_000);
        double tail = 0;
        for (int k = 0; k < CUSTOMERS; k++) {
            tail += found[k] * ended.cumulativeProbability(k);
        }
        return 1 - tail;
    }

    @Override
    Run start(long seed, int replication, LatencyHistogram times) {
        Simulation simulation = new Simulation();
        Station[] stations = new Station[SERVICE.length];
        for (int i = 0; i < stations.length; i++) {
            stations[i] = new Station(i, stations, simulation, new KeyedSource(seed, replication, i), i == 0 ? times : null);
        }
        for (int i = 0; i < CUSTOMERS; i++) {
            stations[i % stations.length].arrive();
        }
        return simulation::runUntil;
    }

    private static final class Station {
        private final ArrayDeque<Long> arrivals = new ArrayDeque<>();
        private final int number;
        private final Station[] stations;
        private final Simulation simulation;
        private final KeyedSource source;
        private final LatencyHistogram times;
        private final Timer end;

        Station(int number, Station[] stations, Simulation simulation, KeyedSource source, LatencyHistogram times) {
            this.number = number;
            this.stations = stations;
            this.simulation = simulation;
            this.source = source;
            this.times = times;
            end = simulation.newTimer("station " + number, Phase.COMPLETE, this::done);
        }

        void arrive() {
            arrivals.add(simulation.now());
            if (arrivals.size() == 1) {
                serve();
            }
        }

        private void serve() {
            end.armAfter(picos(SERVICE[number] * source.nextExponential()));
        }

        private void done() {
            long arrived = arrivals.remove();
            if (times != null) {
                times.record(simulation.now() - arrived);
            }
            if (!arrivals.isEmpty()) {
                serve();
            }
            stations[(number + 1) % stations.length].arrive();
        }
    }
}
