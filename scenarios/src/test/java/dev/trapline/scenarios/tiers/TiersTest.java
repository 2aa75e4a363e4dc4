package dev.trapline.scenarios.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.engine.Time;
import dev.trapline.platform.Site;
import dev.trapline.result.Results;
import dev.trapline.scenarios.Overrides;
import dev.trapline.workload.GroupMeasure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that travel over hosts: theory, hand-computed cases, and that nothing is lost on the way. */
class TiersTest {
    /**
     * Two queues in series under random arrivals (Jackson 1957): 50 a second through stations of 100 and 80 a second take
     * 1 / (100 - 50) + 1 / (80 - 50) = 53.3 ms.
     */
    @Test
    void twoStationsInSeriesAreTwoQueues() {
        Results results = Tiers.results("tandem", Overrides.NONE, 2);

        Results.Metric whole = Tiers.row(results, "front", "latency.mean");
        Results.Metric second = Tiers.row(results, "second", "latency.mean");

        assertThat(whole.mean()).isCloseTo(1000.0 / 50 + 1000.0 / 30, within(3 * (whole.high() - whole.mean()) + 0.02));
        assertThat(second.mean()).isCloseTo(1000.0 / 30, within(3 * (second.high() - second.mean()) + 0.02));
        assertThat(whole.high() - whole.mean()).isLessThan(3);
        assertThat(Tiers.mean(results, "", "hosts.two.core.utilization")).isCloseTo(50, within(1.0));
        assertThat(Tiers.mean(results, "", "hosts.three.core.utilization")).isCloseTo(62.5, within(1.5));
    }

    @Test
    void whatIsAskedOfATierIsSpentOnItsHost() {
        Site site = Tiers.after("jobs-and-calls", Overrides.NONE, 1000);

        assertThat(site.isFinished(0)).isTrue();
        assertThat(Tiers.measure(site, "front").completed()).isEqualTo(30);
        assertThat(Tiers.measure(site, "back").completed()).isEqualTo(60);
        assertThat(Tiers.spent(site, 0, "front", "computing")).isEqualTo(30 * 4_000);
        assertThat(Tiers.spent(site, 1, "back", "computing")).isEqualTo(60 * 2_000);
        assertThat(Tiers.spent(site, 1, "front", "computing")).isZero();
        assertThat(Tiers.latency(site, "front", "computing")).isEqualTo(30 * 8_000);
        assertThat(Tiers.latency(site, "back", "computing")).isEqualTo(60 * 2_000);
    }

    /** A call is part of the request that makes it: to the picosecond, its latency and no more. */
    @Test
    void aTiersPartsAreThoseOfTheRequestsThatCallIt() {
        Site site = Tiers.after("jobs-and-calls", Overrides.NONE, 1000);
        GroupMeasure front = Tiers.measure(site, "front");
        GroupMeasure back = Tiers.measure(site, "back");
        long ofFront = 0;
        long ofBack = 0;
        for (int slot = 0; slot < site.slots().size(); slot++) {
            ofFront += front.picos(slot);
            ofBack += back.picos(slot);
            assertThat(back.picos(slot)).isLessThanOrEqualTo(front.picos(slot));
        }
        assertThat(ofFront).isEqualTo(front.latencies().sumPicos().longValueExact());
        assertThat(ofBack).isEqualTo(back.latencies().sumPicos().longValueExact());
    }

    /** One packet each way of so many bytes at 10 Gb/s, on two wires each: no interrupt, no delay. */
    @Test
    void aMessageTakesItsWires() {
        Site site = Tiers.after("bounded", Overrides.NONE.set("guests.front.workload.clients", "1"), 100);
        long framePicos = (1 + 52 + 38) * 800L;
        long request = 10 * Time.PICOS_PER_MILLI + 4 * framePicos + 2; // an interface's delay is a picosecond at the least

        assertThat(Tiers.measure(site, "front").latencies().minPicos()).hasValue(request);
        assertThat(Tiers.measure(site, "front").latencies().maxPicos()).hasValue(request);
    }

    @Test
    void theNetworkAddsItsDelayEitherWay() {
        Overrides one = Overrides.NONE.set("guests.front.workload.clients", "1");
        long before = Tiers.measure(Tiers.after("bounded", one, 100), "front").latencies().minPicos().orElseThrow();
        long after = Tiers.measure(Tiers.after("bounded", one.set("network", "{ delay: 250 us }"), 100), "front")
                .latencies().minPicos().orElseThrow();

        assertThat(after - before).isEqualTo(500 * Time.PICOS_PER_MICRO);
    }

    /** Two tasks of ten milliseconds carry 200 calls a second for ten callers, though there are four cores. */
    @Test
    void whoFindsNoTaskFreeWaitsInOrder() {
        Site site = Tiers.after("bounded", Overrides.NONE, 1001);
        GroupMeasure front = Tiers.measure(site, "front");

        assertThat(front.completed()).isEqualTo(200);
        assertThat(front.latencies().maxPicos().orElseThrow()).isCloseTo(50 * Time.PICOS_PER_MILLI, within(Time.PICOS_PER_MICRO));
        assertThat(Tiers.latency(site, "front", "tasks busy") / 1e3 / 200).isCloseTo(39, within(0.5));

        Site wider = Tiers.after("bounded", Overrides.NONE.set("guests.back.workload.tasks", "4"), 1001);
        assertThat(Tiers.measure(wider, "front").completed()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs-and-calls", "three-tiers"})
    void resultsDoNotDependOnThreads(String scenario) {
        Overrides quick = Overrides.NONE.set("run.duration", "0.2 s").set("run.warm-up", "0.1 s").set("run.replications", "2");
        assertThat(Tiers.results(scenario, quick, 1)).isEqualTo(Tiers.results(scenario, quick, 3));
    }

    /** Where a tier stands moves no draw: what its calls demand is the same. */
    @Test
    void placementMovesNoDraw() {
        Site apart = Tiers.after("tandem", Overrides.NONE, 20_000);
        Site together =
                Tiers.after("tandem", Overrides.NONE.set("guests.second.on", "one"), 20_000);

        assertThat(together.hosts()).hasSize(2);
        assertThat(Tiers.measure(together, "front").entered()).isEqualTo(Tiers.measure(apart, "front").entered());
        assertThat((double) Tiers.spent(together, 0, "second", "computing"))
                .isCloseTo(Tiers.spent(apart, 2, "second", "computing"), within(200_000.0));
    }

    /** A group on a list of hosts is placed in turn, and its callers go round its guests in turn. */
    @Test
    void guestsAndCallsGoRound() {
        Overrides both = Overrides.NONE.set("guests.back.on", "[one, two]").set("guests.back.count", "4");
        Site site = Tiers.after("jobs-and-calls", both, 1000);

        assertThat(site.hosts()).hasSize(2);
        assertThat(Tiers.spent(site, 0, "back", "computing")).isEqualTo(30 * 2_000);
        assertThat(Tiers.spent(site, 1, "back", "computing")).isEqualTo(30 * 2_000);
    }

    /** Between guests of one host the virtual switch does it, or the kernel's loop. */
    @Test
    void guestsOfOneHostNeedNoWire() {
        Results results = Tiers.results("local", Overrides.NONE, 2);

        assertThat(results.metrics())
                .filteredOn(row -> row.metric().equals("hosts.one.nic.utilization"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.mean()).as(row.platform()).isZero());
        assertThat(results.metrics())
                .filteredOn(row -> row.metric().equals("throughput") && row.guest().equals("front"))
                .hasSize(6)
                .allSatisfy(row -> assertThat(row.mean()).as(row.platform()).isGreaterThan(100));
    }

    /** A tier of one host that may not have its guests makes the whole combination unsupported, and says where. */
    @Test
    void aRefusalNamesItsHost() {
        Results results = Tiers.results("local", Overrides.NONE.only("esx-3.5").set("guests.back.vcpus", "8"), 1);

        assertThat(results.unsupported()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.guest()).isEqualTo("back");
            assertThat(row.sentence()).startsWith("On host 'one': VMware ESX 3.5 allows 4 vCPUs a guest");
        });
        assertThat(results.metrics()).isEmpty();
    }
}
