package dev.trapline.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.hardware.Clock;
import dev.trapline.random.Distribution;
import dev.trapline.random.Distributions;
import dev.trapline.random.ExponentialDistribution;
import dev.trapline.random.KeyedSource;
import dev.trapline.work.Activity;
import dev.trapline.work.Context;
import dev.trapline.work.ContextSettings;
import dev.trapline.work.Level;
import dev.trapline.work.Place;
import dev.trapline.work.Processors;
import dev.trapline.work.Scheduling;
import dev.trapline.work.Slots;
import dev.trapline.work.Trail;
import java.util.ArrayDeque;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Queues with known mean latency, built from contexts, schedulers and trails: over 20 consecutive seeds the mean of the
 * runs' means is within three standard errors of theory. Latency counts from the intended arrival, the parts of each
 * request's trail add up to it, and conservation is checked once in a thousand requests.
 */
class TheoryTest {
    private static final int SEEDS = 20;
    private static final double SERVICE = Time.PICOS_PER_MILLI;

    @ParameterizedTest
    @CsvSource({"0.5, 20000", "0.8, 40000"})
    void oneServer(double load, int requests) {
        double[] means = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            Station station = new Station("round-robin", 1, 1, load / SERVICE, ExponentialDistribution.of(SERVICE), seed);
            means[seed] = station.meanLatency(requests);
        }
        assertAgrees(means, SERVICE / (1 - load));
    }

    /** Four cores; each request has a context of its own, which keeps its core until it is done. */
    @ParameterizedTest
    @CsvSource("0.8, 40000")
    void fourServers(double load, int requests) {
        double[] means = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            Distribution service = ExponentialDistribution.of(SERVICE);
            Station station = new Station("round-robin", 4, 150, 4 * load / SERVICE, service, seed);
            means[seed] = station.meanLatency(requests);
        }
        assertAgrees(means, SERVICE + erlangC(4, load) * SERVICE / (4 * (1 - load)));
    }

    /** Mean latency under processor sharing does not depend on the distribution of service but for its mean. */
    @ParameterizedTest
    @CsvSource({"hyperexponential, 2, 20000", "lognormal, 1.5, 20000"})
    void processorSharing(String kind, double cv, int requests) {
        Distribution service = Distributions.of(kind, Map.of("mean", new double[] {SERVICE}, "cv", new double[] {cv}));
        double load = 0.7;
        double[] means = new double[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            means[seed] = new Station("processor-sharing", 1, 80, load / SERVICE, service, seed).meanLatency(requests);
        }
        assertAgrees(means, SERVICE / (1 - load));
    }

    private static void assertAgrees(double[] means, double theory) {
        double mean = 0;
        for (double one : means) {
            mean += one / means.length;
        }
        double squares = 0;
        for (double one : means) {
            squares += (one - mean) * (one - mean);
        }
        double standardError = Math.sqrt(squares / (means.length - 1) / means.length);
        double z = (mean - theory) / standardError;
        assertThat(Math.abs(z)).as("z of mean latency %.1f us, theory %.1f us, standard error %.1f us",
                mean / 1e6, theory / 1e6, standardError / 1e6).isLessThan(3);
    }

    /** The probability that an arriving request waits. */
    private static double erlangC(int servers, double load) {
        double offered = servers * load;
        double term = 1;
        double sum = 0;
        for (int i = 0; i < servers; i++) {
            sum += term;
            term *= offered / (i + 1);
        }
        return term / (1 - load) / (sum + term / (1 - load));
    }

    /**
     * Poisson arrivals to contexts: each request to a free one, or all to one, which serves them in order of arrival.
     */
    private static final class Station {
        private static final int WARM_UP = 4_000;
        private static final int CHECK_EVERY = 1_000;

        private final Simulation simulation = new Simulation();
        private final Slots slots = new Slots();
        private final int slot = slots.service(Place.GUEST_USER, "service");
        private final Processors processors;
        private final ArrayDeque<Server> free = new ArrayDeque<>();
        private final boolean single;
        private final Timer arrival = simulation.newTimer("arrival", Phase.ARRIVE, this::arrive);
        private final KeyedSource arrivals;
        private final KeyedSource services;
        private final Distribution betweenArrivals;
        private final Distribution service;
        private long arrived;
        private long done;
        private double totalLatency;
        private int wanted;

        Station(String scheduler, int cores, int contexts, double rate, Distribution service, int seed) {
            SchedulerFactory factory = TestMachine.factory(scheduler, Map.of("quantum", Long.MAX_VALUE));
            int lanes = factory.lanes(cores, contexts);
            processors = new Processors(simulation, new Clock(1_000_000_000), slots, lanes, 1, 1, 0, 0);
            Scheduling scheduling = factory.create(processors, cores);
            processors.scheduledBy(scheduling);
            for (int i = 0; i < contexts; i++) {
                ContextSettings settings = ContextSettings.with(processors.newMeter(0), slots, Place.GUEST_KERNEL);
                free.add(new Server(processors.newContext("server " + i, settings)));
            }
            scheduling.start();
            single = contexts == 1;
            arrivals = new KeyedSource(seed, 0, KeyedSource.path("arrivals"));
            services = new KeyedSource(seed, 0, KeyedSource.path("service"));
            betweenArrivals = ExponentialDistribution.of(1 / rate);
            this.service = service;
        }

        /** The mean latency of so many requests after those of the warm-up, in picoseconds. */
        double meanLatency(int requests) {
            wanted = requests;
            armArrival();
            simulation.runUntil(1_000_000 * Time.PICOS_PER_SECOND);
            return totalLatency / requests;
        }

        private void armArrival() {
            arrival.armAfter(Math.round(betweenArrivals.sample(arrivals.at(0, arrived, 0))));
        }

        private void arrive() {
            Trail trail = new Trail(0);
            trail.begin(simulation.now());
            long demand = Math.max(1, Math.round(service.sample(services.at(0, arrived, 0))));
            (single ? free.peek() : free.remove()).accept(new Request(arrived++, trail, demand));
            armArrival();
        }

        private void finish(Request request) {
            long latency = simulation.now() - request.trail.start();
            long parts = 0;
            for (int i = 0; i < request.trail.size(); i++) {
                parts += request.trail.picos(i);
            }
            if (parts != latency || request.trail.since() != simulation.now()) {
                throw new IllegalStateException("parts of " + parts + " ps in a latency of " + latency + " ps");
            }
            if (request.number >= WARM_UP && request.number < WARM_UP + wanted) {
                totalLatency += latency;
                done++;
                if (done == wanted) {
                    simulation.stop();
                }
                if (done % CHECK_EVERY == 0) {
                    processors.checkConservation();
                }
            }
        }

        private record Request(long number, Trail trail, long demandPicos) {}

        private final class Server extends Activity {
            private final Context context;
            private final ArrayDeque<Request> queue = new ArrayDeque<>();
            private Request current;

            Server(Context context) {
                super(context.name(), Level.TASK, context.agenda());
                this.context = context;
            }

            void accept(Request request) {
                request.trail.waitIn(context, simulation.now());
                queue.add(request);
                raise();
            }

            @Override
            protected boolean step() {
                if (current != null) {
                    finish(current);
                    if (!single) {
                        free.push(this);
                    }
                }
                current = queue.poll();
                if (current == null) {
                    return false;
                }
                serve(current.trail);
                block().add(slot, current.demandPicos);
                return true;
            }
        }
    }
}
