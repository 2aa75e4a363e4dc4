package dev.trapline.scenarios.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.trapline.declare.Values;
import dev.trapline.engine.Time;
import dev.trapline.result.Results;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Batches, notifications and waiting stand in no file: they follow from who runs when. Each test says which way they must
 * go, and why. All on XenServer's split driver, whose transmit ring Domain 0 drains.
 */
class EmergenceTest {
    private static final Values WITHOUT_PREEMPTION =
            Values.of(Map.of("type", "round-robin", "quantum", 10 * Time.PICOS_PER_MILLI));

    private static Setup ownCore() {
        return Setup.of("two-core", "xenserver-4.1", "linux-2.6", "senders").driverDomainOnCore(1);
    }

    private static Setup sharedCore() {
        return Setup.of("one-core", "xenserver-4.1", "linux-2.6", "senders").driverDomainOnCore(0);
    }

    /**
     * With a core of its own Domain 0 drains while the guest fills: it is told of the first packet of a burst and finds the
     * others in the ring. On the guest's core both cannot run at once. The credit scheduler boosts whoever wakes up, so that
     * Domain 0 takes the core from the guest at the notification and finds the one packet that is there; the guest then puts
     * in the next and has to tell again. So notifications for each packet rise and batches shrink, both wait for a core, which
     * neither did before, and less gets done.
     */
    @Test
    void aBoostedDomain0OnTheGuestsCoreIsToldOfAlmostEachPacket() {
        Outcome apart = Outcome.of(ownCore());
        Outcome together = Outcome.of(sharedCore());
        assertThat(together.notifications()).isGreaterThan(5 * apart.notifications());
        assertThat(together.batch()).isLessThan(apart.batch() / 5);
        assertThat(apart.waiting("no core")).isZero();
        assertThat(together.waiting("driver-domain", "no core")).isPositive();
        assertThat(together.waiting("guest-kernel", "no core")).isPositive();
        assertThat(together.throughput()).isLessThan(apart.throughput());
    }

    /**
     * Under a scheduler that lets whoever runs go on until it blocks, the same move has the opposite effect: the guest fills
     * the ring with all it has to send before Domain 0 gets the core. So there are fewer notifications for each packet and
     * larger batches than with two cores, and packets wait for Domain 0 to get the core.
     */
    @Test
    void aPatientDomain0OnTheGuestsCoreDrainsLargerBatches() {
        Outcome apart = Outcome.of(ownCore().scheduler(WITHOUT_PREEMPTION));
        Outcome together = Outcome.of(sharedCore().scheduler(WITHOUT_PREEMPTION));
        assertThat(together.notifications()).isLessThan(apart.notifications() / 2);
        assertThat(together.batch()).isGreaterThan(1.5 * apart.batch());
        assertThat(apart.waiting("no core")).isZero();
        assertThat(together.waiting("driver-domain", "no core")).isPositive();
        assertThat(together.throughput()).isLessThan(apart.throughput());
    }

    /**
     * In a ring of one the guest cannot run ahead. Domain 0 finds the ring empty after each packet unless the guest, on the
     * other core, has put in the next by then, goes to sleep and has to be told again: notifications rise, batches shrink.
     * Here the guest needs longer to hear of room, by an interrupt of 8,000 cycles, than Domain 0 needs for a packet.
     * The guest is interrupted to put in one packet after the other, so that requests wait longer within it.
     */
    @Test
    void aRingOfOneTakesTheBatchesAway() {
        Setup slowToHear = ownCore().cost("ipi", 8_000_000);
        Outcome deep = Outcome.of(slowToHear.ring("netback-transmit", 256));
        Outcome single = Outcome.of(slowToHear.ring("netback-transmit", 1));
        assertThat(single.notifications()).isGreaterThan(5 * deep.notifications());
        assertThat(single.batch()).isLessThan(deep.batch() / 5);
        assertThat(single.waiting("guest-kernel", "queue")).isGreaterThan(1.2 * deep.waiting("guest-kernel", "queue"));
        assertThat(single.throughput()).isLessThan(deep.throughput());
    }

    /**
     * On one core without preemption a ring of one leaves nothing to chance: one packet, the switch to Domain 0, the switch
     * back, the next packet.
     */
    @Test
    void aRingOfOneOnOneCoreMakesEachPacketABatch() {
        Outcome single = Outcome.of(sharedCore().scheduler(WITHOUT_PREEMPTION).ring("netback-transmit", 1));
        assertThat(single.batch()).isEqualTo(1);
        // a packet under way when the window begins was told of before
        assertThat(single.notifications()).isCloseTo(1, within(1e-3));
    }

    /**
     * Twice as many requests come to three guests on two cores that were busy for a quarter of the time. Domain 0 is more
     * often found awake, and a packet more often finds others before it: fewer notifications for each packet, larger batches,
     * in both directions; requests wait longer for a core and in each queue of an executor. All of them are still served.
     */
    @Test
    void doubledLoadIsToldOfLessOftenAndWaitsLonger() {
        Outcome light = Outcome.of(Setup.of("two-core", "xenserver-4.1", "linux-2.6", "arrivals").count(3));
        Outcome heavy = Outcome.of(Setup.of("two-core", "xenserver-4.1", "linux-2.6", "more-arrivals").count(3));
        for (String executor : new String[] {"netback-transmit", "netback-receive", "guest-net"}) {
            assertThat(heavy.notifications(executor)).as(executor).isLessThan(light.notifications(executor));
            assertThat(heavy.batch(executor)).as(executor).isGreaterThan(light.batch(executor));
        }
        for (String place : new String[] {"driver-domain", "guest-kernel"}) {
            assertThat(heavy.waiting(place, "queue")).as(place).isGreaterThan(light.waiting(place, "queue"));
            assertThat(heavy.waiting(place, "no core")).as(place).isGreaterThan(light.waiting(place, "no core"));
        }
        assertThat(heavy.throughput()).isBetween(1.9 * light.throughput(), 2.1 * light.throughput());
    }

    /** What came of a setup. */
    private record Outcome(Results results) {
        static Outcome of(Setup setup) {
            return new Outcome(setup.results(200 * Time.PICOS_PER_MILLI, Time.PICOS_PER_SECOND));
        }

        double notifications() {
            return notifications("netback-transmit");
        }

        double notifications(String executor) {
            return metric("notifications.per-operation", executor);
        }

        double batch() {
            return batch("netback-transmit");
        }

        double batch(String executor) {
            return metric("batch.mean", executor);
        }

        double throughput() {
            return metric("throughput", "");
        }

        private double metric(String name, String request) {
            return results.metrics().stream()
                    .filter(each -> each.metric().equals(name) && each.request().equals(request))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no metric " + name + " " + request))
                    .mean();
        }

        /** Milliseconds that a mean request waits so, wherever. */
        double waiting(String mechanism) {
            return waiting(row -> row.mechanism().equals(mechanism));
        }

        double waiting(String place, String mechanism) {
            return waiting(row -> row.place().equals(place) && row.mechanism().equals(mechanism));
        }

        private double waiting(Predicate<Results.LedgerRow> which) {
            return results.ledgers().stream()
                    .filter(row -> row.ledger().equals("latency") && row.kind().equals("waiting"))
                    .filter(which)
                    .mapToDouble(Results.LedgerRow::value)
                    .sum();
        }
    }
}
