package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.engine.Time;
import dev.trapline.result.Results;
import org.junit.jupiter.api.Test;

/** A stream into the guest goes as fast as the link, the window or the program that reads it, whichever is slowest. */
class ReceivingStreamTest {
    private static final long WARM_UP_PICOS = 50 * Time.PICOS_PER_MILLI;
    private static final long DURATION_PICOS = 200 * Time.PICOS_PER_MILLI;
    /** 1,448 of 1,538 bytes of each frame of a gigabit. */
    private static final double GOODPUT = 1000.0 * 1448 / 1538;

    private static Setup setup() {
        return Setup.of("whole-machine", "native", "linux-2.6", "receive-stream").withoutTicks();
    }

    private static double metric(Setup setup, String guest, String name) {
        return setup.results(WARM_UP_PICOS, DURATION_PICOS).metrics().stream()
                .filter(metric -> metric.guest().equals(guest) && metric.metric().equals(name))
                .mapToDouble(Results.Metric::mean)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFastReaderTakesAllThatTheLinkCarries() {
        Setup fast = setup().cost("tcp-receive", 500_000).cost("driver-receive", 500_000);
        assertThat(metric(fast, "load", "throughput")).isCloseTo(GOODPUT, within(GOODPUT * 0.002));
    }

    /** At 1 GHz it copies a byte in 100 cycles: at most 80 Mb/s, of which system calls and packets take a little. */
    @Test
    void aSlowReaderClosesTheWindow() {
        Setup slow = setup().cost("copy-byte", 100_000);
        double throughput = metric(slow, "load", "throughput");
        assertThat(throughput).isBetween(70.0, 80.0);
        assertThat(metric(slow, "", "nic.utilization")).isCloseTo(100 * throughput / GOODPUT, within(0.2));
    }
}
