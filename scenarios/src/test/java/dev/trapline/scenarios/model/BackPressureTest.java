package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.devicepath.ConsumerCounts;
import dev.trapline.engine.Time;
import dev.trapline.platform.Host;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A ring with one place before a consumer who takes one and a half milliseconds for each packet: whatever does not fit waits with its
 * producer, an activity or a device, and nothing is lost.
 */
class BackPressureTest {
    private static final int GUESTS = 2;
    private static final int REQUESTS = GUESTS * 16 * 30;
    private static final long SLOW_MILLI_CYCLES = 1_500_000_000;

    @ParameterizedTest
    @CsvSource({
        "native, windows-server-2003-sp2, nic-softirq, tcp-receive",
        "esx-3.5, windows-server-2003-sp2, vmkernel-nic, vmkernel-driver-receive",
        "hyper-v-2008, windows-server-2003-sp2, netvsp, netvsp-transmit",
        "hyper-v-2008, windows-server-2003-sp2, guest-netvsc, netvsc-receive",
        "xenserver-4.1, linux-2.6, netback-transmit, netback-transmit",
        "xenserver-4.1, linux-2.6, netback-receive, netback-receive",
        "xenserver-4.1, linux-2.6, blkback, blkback-submit",
        "virtual-server-2005-r2-sp1, windows-server-2003-sp2, vssrvc-network, process-receive",
        "virtual-server-2005-r2-sp1, windows-server-2003-sp2, guest-nic, driver-receive"
    })
    void nothingIsLost(String platform, String os, String executor, String cost) {
        Host host = Setup.of("whole-machine", platform, os, "busy-requests")
                .count(GUESTS)
                .ring(executor, 1)
                .cost(cost, SLOW_MILLI_CYCLES)
                .assemble();
        for (int millis = 5; millis < 200; millis += 5) {
            host.simulation().runUntil(millis * Time.PICOS_PER_MILLI);
            host.consumers().forEach((name, counts) ->
                    assertThat(counts.served()).as("%s: what it took was put to it", name).isLessThanOrEqualTo(counts.offered()));
        }
        Setup.rested(host);
        assertThat(host.measures().get(0).completed()).isEqualTo(REQUESTS);
        assertThat(pushedBack(host.consumers(), executor)).as("the ring was full").isPositive();
        host.consumers().forEach((name, counts) -> {
            assertThat(counts.served()).as("%s: nothing waits any more", name).isEqualTo(counts.offered());
            assertThat(counts.passes()).as("%s: no drain of an empty ring", name).isLessThanOrEqualTo(counts.served());
        });
    }

    private static long pushedBack(Map<String, ConsumerCounts> consumers, String executor) {
        return consumers.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(executor + " "))
                .mapToLong(entry -> entry.getValue().pushedBack())
                .sum();
    }
}
