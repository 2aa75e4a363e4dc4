package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.engine.Time;
import dev.trapline.result.Results;
import org.junit.jupiter.api.Test;

/** What a connection adds that is opened for one request: packets, and a round trip before the request is on its way. */
class ConnectionsTest {
    private static final long WARM_UP_PICOS = 20 * Time.PICOS_PER_MILLI;
    private static final long DURATION_PICOS = 100 * Time.PICOS_PER_MILLI;
    private static final double MORE_CYCLES = 1000;

    /** A SYN, the acknowledgement of the guest's, and the end of the client's side besides the request. */
    @Test
    void fourPacketsComeInInPlaceOfOne() {
        assertThat(timesPerRequest("asks-again", "tcp-receive")).isCloseTo(1, within(0.05));
        assertThat(timesPerRequest("asks-anew", "tcp-receive")).isCloseTo(4, within(0.3));
    }

    /** The answer to the SYN and the acknowledgement of the client's end besides the answer. */
    @Test
    void threeGoOutInPlaceOfOne() {
        assertThat(timesPerRequest("asks-again", "tcp-send")).isCloseTo(1, within(0.05));
        assertThat(timesPerRequest("asks-anew", "tcp-send")).isCloseTo(3, within(0.3));
    }

    /** There and back, 10 us of network each way. */
    @Test
    void theRequestSetsOutARoundTripLater() {
        double later = metric(setup("asks-anew"), "latency.mean") - metric(setup("asks-again"), "latency.mean");
        assertThat(later).isBetween(0.020, 0.060);
    }

    /** A datagram each way and nothing besides, also if its client is in no hurry to ask again. */
    @Test
    void datagramsAreNotAcknowledged() {
        assertThat(timesPerRequest("asks-by-datagram", "udp-receive")).isCloseTo(1, within(0.05));
        assertThat(timesPerRequest("asks-by-datagram", "udp-send")).isCloseTo(1, within(0.05));
        assertThat(timesPerRequest("asks-by-datagram", "tcp-receive")).isZero();
        assertThat(timesPerRequest("asks-by-datagram", "tcp-send")).isZero();
    }

    @Test
    void aTcpRequestDoesNotPayForDatagrams() {
        assertThat(timesPerRequest("asks-again", "udp-receive")).isZero();
        assertThat(timesPerRequest("asks-again", "udp-send")).isZero();
    }

    @Test
    void aDatagramFitsIntoAFrame() {
        assertThatIllegalArgumentException().isThrownBy(() -> metric(setup("answers-too-long"), "latency.mean"))
                .withMessageContaining("1600 bytes does not fit into a frame");
    }

    /** How often a request pays a cost: what it takes longer if that is dearer. */
    private static double timesPerRequest(String workload, String cost) {
        double before = metric(setup(workload).cost(cost, 1_000_000), "cycles.per-request");
        double after = metric(setup(workload).cost(cost, 1_000_000 + (long) (MORE_CYCLES * 1000)), "cycles.per-request");
        return (after - before) / MORE_CYCLES;
    }

    private static Setup setup(String workload) {
        return Setup.of("whole-machine", "native", "linux-2.6", workload).withoutTicks();
    }

    private static double metric(Setup setup, String name) {
        return setup.results(WARM_UP_PICOS, DURATION_PICOS).metrics().stream()
                .filter(metric -> metric.guest().equals("load") && metric.metric().equals(name))
                .mapToDouble(Results.Metric::mean)
                .findFirst()
                .orElseThrow();
    }
}
