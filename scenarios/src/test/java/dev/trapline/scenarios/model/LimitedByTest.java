package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.engine.Time;
import dev.trapline.result.Results;
import org.junit.jupiter.api.Test;

/** What limits a stream is said with the name of whoever had no time left; one cost or size is changed to make it so. */
class LimitedByTest {
    private static final long WARM_UP_PICOS = 50 * Time.PICOS_PER_MILLI;
    private static final long DURATION_PICOS = 100 * Time.PICOS_PER_MILLI;
    /** A byte, or a packet, that nobody keeps up with, in thousandths of a cycle. */
    private static final long DEAR_BYTE = 100_000;
    private static final long DEAR_PACKET = 100_000_000;

    private static Setup streams(String platform, String os, String workload) {
        return Setup.of("whole-machine", platform, os, workload).withoutTicks();
    }

    private static Results.Metric metric(Setup setup, String name) {
        return setup.results(WARM_UP_PICOS, DURATION_PICOS).metrics().stream()
                .filter(metric -> metric.guest().equals(Setup.GROUP) && metric.metric().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String limit(Setup setup) {
        return metric(setup, "limited-by").text();
    }

    @Test
    void theLink() {
        Setup fast = streams("native", "linux-2.6", "receive-stream").cost("tcp-receive", 500_000).cost("driver-receive", 500_000);
        assertThat(limit(fast)).isEqualTo("link 0");
    }

    @Test
    void theWindow() {
        assertThat(limit(streams("native", "linux-2.6", "narrow-stream"))).isEqualTo("window");
    }

    @Test
    void theGuestThatReads() {
        Setup slow = streams("native", "linux-2.6", "receive-stream").cost("copy-byte", DEAR_BYTE);
        assertThat(limit(slow)).isEqualTo("cpu: load-1 vcpu 0");
    }

    @Test
    void theGuestThatWrites() {
        Setup slow = streams("esx-3.5", "linux-2.6", "transmit-stream").cost("tcp-send", DEAR_PACKET);
        assertThat(limit(slow)).isEqualTo("cpu: load-1 vcpu 0");
    }

    @Test
    void domain0ThatServesIt() {
        Setup slow = streams("xenserver-4.1", "linux-2.6", "transmit-stream").cost("netback-transmit", DEAR_PACKET);
        assertThat(limit(slow)).isEqualTo("cpu: domain-0 vcpu 0");
    }

    @Test
    void theThreadOfTheHostThatServesIt() {
        Setup slow = streams("virtual-server-2005-r2-sp1", "windows-server-2003-sp2", "receive-stream")
                .cost("process-receive", DEAR_PACKET);
        assertThat(limit(slow)).startsWith("cpu: vssrvc-network");
    }

    @Test
    void theDriversCore() {
        Setup slow = streams("esx-3.5", "linux-2.6", "receive-stream").cost("vmkernel-driver-receive", DEAR_PACKET);
        assertThat(limit(slow)).matches("cpu: (core 0|load-1 vcpu 0 and interrupts on its core)");
    }

    /** TCP packets that find no place wait for one; that the ring cannot hold them is said. */
    @Test
    void aShortRingLosesNothingOfAStream() {
        Setup slow = Setup.of("short-ring-machine", "native", "linux-2.6", "receive-stream").withoutTicks()
                .cost("driver-receive", 20_000_000);
        Results results = slow.results(WARM_UP_PICOS, DURATION_PICOS);
        assertThat(results.metrics().stream().filter(metric -> metric.metric().equals("nic.held-back")))
                .hasSize(1)
                .allSatisfy(metric -> assertThat(metric.mean()).isBetween(10.0, 100.0));
        assertThat(results.warnings()).anyMatch(warning -> warning.contains("found the receive ring of their interface full"));
        // 1,448 bytes in 20 us are 579.2 Mb/s, and that core has more to do
        assertThat(results.metrics().stream().filter(metric -> metric.metric().equals("throughput")))
                .allSatisfy(metric -> assertThat(metric.mean()).isBetween(300.0, 579.2));
    }

    @Test
    void aRingThatSufficesIsNotSpokenOf() {
        Results results = streams("native", "linux-2.6", "receive-stream").results(WARM_UP_PICOS, DURATION_PICOS);
        assertThat(results.metrics()).noneMatch(metric -> metric.metric().equals("nic.held-back"));
    }

    @Test
    void whatIsOffered() {
        assertThat(limit(streams("native", "linux-2.6", "datagrams"))).isEqualTo("offered load");
    }

    /** A guest that is too slow loses datagrams, and none is unaccounted for but those on their way. */
    @Test
    void aGuestTooSlowForWhatIsOffered() {
        Setup slow = streams("native", "linux-2.6", "datagrams").cost("copy-byte", DEAR_BYTE);
        assertThat(limit(slow)).startsWith("cpu: load-1 vcpu 0");
        double offered = metric(slow, "datagrams.offered").mean();
        double delivered = metric(slow, "datagrams.delivered").mean();
        double dropped = metric(slow, "datagrams.dropped").mean();
        assertThat(dropped).isPositive();
        assertThat(offered - delivered - dropped).isBetween(-100.0, 1_000.0);
    }
}
