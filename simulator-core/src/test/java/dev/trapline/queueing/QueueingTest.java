package dev.trapline.queueing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueueingTest {
    private static final Station DISK = new Station("disk", 0.008, 1);

    @Test
    void erlangCByHand() {
        // One server waits if it is busy; of two with an offered load of 1: 1/3; of four with 3.2: 0.5964 (tables of M/M/c).
        assertThat(ErlangC.waits(1, 0.9)).isCloseTo(0.9, within(1e-15));
        assertThat(ErlangC.waits(2, 0.5)).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(ErlangC.waits(4, 0.8)).isCloseTo(0.5964, within(1e-4));
        assertThat(ErlangC.waits(1_000, 0.5)).isBetween(0.0, 1e-20);
        assertThatIllegalArgumentException().isThrownBy(() -> ErlangC.waits(2, 1));
    }

    @Test
    void anOpenNetworkIsTheSumOfItsStations() {
        OpenNetwork network = new OpenNetwork(List.of(new Station("cpu", 0.002, 1), DISK), 0.001);
        Solution solution = network.solve(100).orElseThrow();
        assertThat(solution.responseSeconds()).isCloseTo(0.001 + 0.002 / 0.8 + 0.008 / 0.2, within(1e-12));
        assertThat(solution.utilization(DISK)).isCloseTo(0.8, within(1e-12));
        assertThat(network.solve(125)).isEmpty();
    }

    /** Mean value analysis for single servers: R = sum D (1 + Q), X = n / (R + Z), Q = X D (1 + Q). */
    @Test
    void convolutionGivesWhatMeanValueAnalysisGives() {
        double[] demands = {0.005, 0.004, 0.003, 0.0001};
        double[] queues = new double[demands.length];
        double throughput = 0;
        double response = 0;
        for (int n = 1; n <= 2_000; n++) {
            response = 0;
            for (int i = 0; i < demands.length; i++) {
                response += demands[i] * (1 + queues[i]);
            }
            throughput = n / (response + 1.5);
            for (int i = 0; i < demands.length; i++) {
                queues[i] = throughput * demands[i] * (1 + queues[i]);
            }
            if (n == 1 || n == 20 || n == 290 || n == 2_000) {
                List<Station> stations = List.of(
                        new Station("a", 0.005, 1),
                        new Station("b", 0.004, 1),
                        new Station("c", 0.003, 1),
                        new Station("d", 0.0001, 1));
                Solution solution = new ClosedNetwork(stations, 0.5, 1.0).solve(n);
                assertThat(solution.throughput()).isCloseTo(throughput, within(1e-8 * throughput));
                assertThat(solution.responseSeconds()).isCloseTo(response + 0.5, within(1e-6 * response));
            }
        }
    }

    /** Machine repair, M/M/2//4 with mean times 1 to fail and 1 to mend: p proportional to 1, 4, 6, 6, 3; 1.45 mended a unit. */
    @Test
    void severalServersByHand() {
        Solution solution = new ClosedNetwork(List.of(new Station("repair", 1, 2)), 0, 1).solve(4);
        double unnormalised = 1 + 4 + 6 + 6 + 3;
        assertThat(solution.throughput()).isCloseTo((4 + 2 * (6 + 6 + 3)) / unnormalised, within(1e-12));
    }

    @Test
    void asManyServersAsCustomersNeverKeepOneWaiting() {
        Solution solution = new ClosedNetwork(List.of(new Station("cores", 0.25, 64)), 0, 0).solve(64);
        assertThat(solution.throughput()).isCloseTo(256, within(1e-9));
    }

    @Test
    void boundsHoldAndAreMetAtBothEnds() {
        List<Station> stations = List.of(new Station("cores", 0.012, 4), DISK);
        for (int customers : new int[] {1, 2, 5, 10, 50, 500}) {
            Solution solution = new ClosedNetwork(stations, 0, 0.1).solve(customers);
            Bounds bounds = Bounds.closed(stations, 0, 0.1, customers);
            assertThat(solution.throughput()).isLessThanOrEqualTo(bounds.throughputAtMost() * (1 + 1e-9));
            assertThat(solution.responseSeconds()).isGreaterThanOrEqualTo(bounds.responseAtLeastSeconds() * (1 - 1e-9));
            assertThat(bounds.limit()).isEqualTo(customers < 15 ? "load" : "disk");
        }
        assertThat(Bounds.open(stations, 0.001, 130)).isEqualTo(new Bounds(125, 0.021, "disk"));
        assertThat(Bounds.open(stations, 0.001, 100).limit()).isEqualTo("load");
    }

    @Test
    void whatMakesNoNetworkIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Station("s", 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClosedNetwork(List.of(), 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClosedNetwork(List.of(DISK), 0, 0).solve(0));
    }
}
