package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.declare.DrawnQuantity;
import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import dev.trapline.random.Distributions;
import dev.trapline.result.Results;
import dev.trapline.spec.GuestSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What enters stays for its latency, and latency has no parts but those of the ledger. */
class LittlesLawTest {
    private static final int GUESTS = 4;

    static Stream<Setup> gallery() {
        return Stream.of("native", "hyper-v-2008", "esx-3.5", "xenserver-4.1", "virtual-server-2005-r2-sp1")
                .flatMap(platform -> Setup.variants("dual-opteron-2008", platform, "windows-server-2003-sp2", "web-dynamic").stream())
                .map(setup -> setup.count(GUESTS));
    }

    /** Ten seconds: the mean of some 4,000 exponential think times has a deviation of 1.6 %; four of them are allowed. */
    @ParameterizedTest
    @MethodSource("gallery")
    void clientsAreThinkingOrWaitingForTheirAnswer(Setup setup) {
        Results results = setup.results(Time.PICOS_PER_SECOND, 10 * Time.PICOS_PER_SECOND);
        Values workload = setup.guests().workload().values();
        double clients = GUESTS * workload.whole("clients");
        DrawnQuantity think = workload.draws("think");
        double thinkSeconds = Distributions.of(think.kind(), think.parameters()).mean() / Time.PICOS_PER_SECOND;
        double inLoopSeconds = metric(results, "latency.mean") / 1000 + thinkSeconds;
        assertThat(metric(results, "throughput") * inLoopSeconds).isCloseTo(clients, within(0.064 * clients));
        partsAddUp(results);
    }

    static Stream<Setup> otherWork() {
        return gallery().flatMap(setup -> Stream.of("disk-random", "cpu-batch", "oltp-database")
                .map(workload -> setup.with(guests(setup, workload))));
    }

    @ParameterizedTest
    @MethodSource("otherWork")
    void theRowsOfTheLedgerAddUpToTheMeanLatency(Setup setup) {
        partsAddUp(setup.results(200 * Time.PICOS_PER_MILLI, Time.PICOS_PER_SECOND));
    }

    private static void partsAddUp(Results results) {
        List<Double> parts = results.ledgers().stream()
                .filter(row -> row.ledger().equals("latency"))
                .map(Results.LedgerRow::value)
                .toList();
        double mean = metric(results, "latency.mean");
        assertThat(parts).hasSizeGreaterThan(3);
        assertThat(parts.stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(mean, within(1e-9 * mean));
    }

    private static double metric(Results results, String name) {
        return results.metrics().stream()
                .filter(each -> each.guest().equals(Setup.GROUP) && each.metric().equals(name))
                .findFirst()
                .orElseThrow()
                .mean();
    }

    private static GuestSpec guests(Setup setup, String workload) {
        return Setup.of("dual-opteron-2008", "native", "windows-server-2003-sp2", workload).count(GUESTS).guests();
    }
}
