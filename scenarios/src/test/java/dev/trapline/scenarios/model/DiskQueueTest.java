package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.engine.Time;
import dev.trapline.result.Results;
import dev.trapline.spec.WorkloadSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations that programs of a guest keep under way, on eight channels of 80 us each. */
class DiskQueueTest {
    private static final double CHANNELS = 8;
    private static final double READ_SECONDS = 80e-6;

    /** As many are under way as shall be, less those at hand, and no bound of a closed queue is passed. */
    @ParameterizedTest
    @CsvSource({"native, 1, 1", "native, 4, 1", "native, 16, 1", "native, 16, 2", "hyper-v-2008, 4, 1", "xenserver-4.1, 16, 2", "esx-3.5, 16, 1"})
    void keepsTheDepth(String platform, long depth, long jobs) {
        Results results = setup(platform, depth, jobs).results(20 * Time.PICOS_PER_MILLI, 200 * Time.PICOS_PER_MILLI);
        double throughput = metric(results, Setup.GROUP, "throughput");
        double under = throughput * metric(results, Setup.GROUP, "latency.mean") / 1000;
        // what a program got back and has not submitted again is not under way: more where that costs it more
        assertThat(under).isBetween((platform.equals("native") ? 0.99 : 0.6) * depth * jobs - 0.05, 1.001 * depth * jobs);
        assertThat(throughput).isLessThan(Math.min(depth * jobs, CHANNELS) / READ_SECONDS);
        assertThat(metric(results, "", "disk.utilization") / 100)
                .isCloseTo(throughput * READ_SECONDS / CHANNELS, within(0.01));
    }

    /** With a processor fast enough the channels give nearly what they can, and are named for it. */
    @Test
    void theChannelsAreTheLimit() {
        Results results = setup("native", 256, 1).results(20 * Time.PICOS_PER_MILLI, 200 * Time.PICOS_PER_MILLI);
        double throughput = metric(results, Setup.GROUP, "throughput");
        // at least what exponential service would give
        assertThat(throughput).isGreaterThan(CHANNELS / READ_SECONDS * 256 / (256 + CHANNELS - 1) * 0.98);
        assertThat(results.metrics().stream()
                        .filter(each -> each.metric().equals("limited-by"))
                        .map(Results.Metric::text))
                .containsOnly("disk 0");
    }

    private static Setup setup(String platform, long depth, long jobs) {
        Setup setup = Setup.of("channels-machine", platform, "windows-server-2003-sp2", "queue");
        WorkloadSpec queue = setup.guests().workload();
        WorkloadSpec told = new WorkloadSpec(
                queue.name(), queue.title(), queue.values().with("depth", depth).with("jobs", jobs), queue.mixes());
        return setup.with(setup.guests().with(setup.guests().os(), told));
    }

    private static double metric(Results results, String guest, String name) {
        return results.metrics().stream()
                .filter(each -> each.guest().equals(guest) && each.metric().equals(name))
                .findFirst()
                .orElseThrow()
                .mean();
    }
}
