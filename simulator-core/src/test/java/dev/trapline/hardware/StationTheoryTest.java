package dev.trapline.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Time;
import dev.trapline.engine.Timer;
import dev.trapline.random.KeyedSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queues before servers against what theory says of them: M/M/c open, and closed networks by mean value analysis. */
class StationTheoryTest {
    private static final double SERVICE_SECONDS = 0.001;

    private final Simulation simulation = new Simulation();
    private final KeyedSource draws = new KeyedSource(11, 0, KeyedSource.path("station"));
    private long drawn;
    private long served;
    private double sojournSeconds;

    private long exponential(double meanSeconds) {
        double uniform = draws.at(0, drawn++, 0).nextDouble();
        return (long) (-StrictMath.log(1 - uniform) * meanSeconds * Time.PICOS_PER_SECOND);
    }

    /** Mean time in the system: 1 / (mu - lambda) for one server; for two of half the load each by Erlang's C. */
    @ParameterizedTest
    @CsvSource({"1, 0.5", "1, 0.8", "2, 0.5", "2, 0.8", "4, 0.8"})
    void openQueues(int servers, double load) {
        Station station = new Station("station", "", servers, simulation);
        double rate = load * servers / SERVICE_SECONDS;
        Timer[] arrival = new Timer[1];
        arrival[0] = simulation.newTimer("arrival", Phase.ARRIVE, () -> {
            station.enter(new Visit(station, 0));
            arrival[0].armAfter(exponential(1 / rate));
        });
        arrival[0].armAfter(0);
        simulation.runUntil(300 * Time.PICOS_PER_SECOND);
        station.checkConservation();
        double expected = SERVICE_SECONDS * (1 + erlangC(servers, load * servers) / (servers * (1 - load)));
        assertThat(sojournSeconds / served).isCloseTo(expected, within(0.03 * expected));
        double utilization = (double) station.busyPicos(simulation.now()) / simulation.now();
        assertThat(utilization).isCloseTo(load, within(0.02));
    }

    private static double erlangC(int servers, double offered) {
        double term = 1;
        double sum = 1;
        for (int i = 1; i < servers; i++) {
            term *= offered / i;
            sum += term;
        }
        double all = term * offered / servers / (1 - offered / servers);
        return all / (sum + all);
    }

    /** So many customers go round over two stations with exponential service: throughput and sojourn by MVA, exactly. */
    @ParameterizedTest
    @CsvSource({"1, 1.0", "4, 1.0", "16, 1.0", "4, 0.25", "16, 0.5"})
    void closedNetworks(int customers, double secondServiceMillis) {
        Station first = new Station("first", "", 1, simulation);
        Station second = new Station("second", "", 1, simulation);
        for (int i = 0; i < customers; i++) {
            new Round(first, second, secondServiceMillis / 1000).start();
        }
        simulation.runUntil(300 * Time.PICOS_PER_SECOND);
        double[] queue = new double[2];
        double throughput = 0;
        for (int n = 1; n <= customers; n++) {
            double firstTime = SERVICE_SECONDS * (1 + queue[0]);
            double secondTime = secondServiceMillis / 1000 * (1 + queue[1]);
            throughput = n / (firstTime + secondTime);
            queue[0] = throughput * firstTime;
            queue[1] = throughput * secondTime;
        }
        assertThat(served / 300.0).isCloseTo(throughput, within(0.02 * throughput));
        first.checkConservation();
        second.checkConservation();
        assertThat(first.inside() + second.inside()).isEqualTo(customers);
    }

    @Test
    void oneAfterTheOther() {
        Station station = new Station("station", "", 1, simulation);
        station.enter(new Visit(station, 5));
        station.enter(new Visit(station, 7));
        simulation.runUntil(100);
        assertThat(served).isEqualTo(2);
        assertThat(station.busyPicos(100)).isEqualTo(12);
    }

    private class Visit implements Station.Visitor {
        private final long arrived = simulation.now();
        private final long picos;

        Visit(Station station, long picos) {
            this.picos = picos == 0 ? exponential(SERVICE_SECONDS) : picos;
        }

        @Override
        public long servicePicos() {
            return picos;
        }

        @Override
        public void begun() {}

        @Override
        public void served() {
            served++;
            sojournSeconds += (double) (simulation.now() - arrived) / Time.PICOS_PER_SECOND;
        }
    }

    private final class Round implements Station.Visitor {
        private final Station first;
        private final Station second;
        private final double secondSeconds;
        private boolean inSecond;

        Round(Station first, Station second, double secondSeconds) {
            this.first = first;
            this.second = second;
            this.secondSeconds = secondSeconds;
        }

        void start() {
            first.enter(this);
        }

        @Override
        public long servicePicos() {
            return exponential(inSecond ? secondSeconds : SERVICE_SECONDS);
        }

        @Override
        public void begun() {}

        @Override
        public void served() {
            inSecond = !inSecond;
            if (inSecond) {
                second.enter(this);
            } else {
                served++;
                first.enter(this);
            }
        }
    }
}
