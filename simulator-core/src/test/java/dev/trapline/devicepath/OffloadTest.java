package dev.trapline.devicepath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trapline.declare.Values;
import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.engine.Time;
import dev.trapline.hardware.Clock;
import dev.trapline.scheduler.Schedulers;
import dev.trapline.work.Context;
import dev.trapline.work.ContextSettings;
import dev.trapline.work.Level;
import dev.trapline.work.Place;
import dev.trapline.work.Price;
import dev.trapline.work.Processors;
import dev.trapline.work.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Packets of one flow that a driver finds together go on as one, and segments are cut into packets, by hand: the driver takes 10 us
 * for a transfer, the stack behind it 100 us. One millicycle is one picosecond.
 */
class OffloadTest {
    private static final long MICRO = Time.PICOS_PER_MICRO;
    private static final int MOST_PACKETS = 4;
    private static final long PACKET_BYTES = 1000;

    private final Simulation simulation = new Simulation();
    private final Slots slots = new Slots();
    private final int driving = slots.service(Place.GUEST_KERNEL, "driving");
    private final int stack = slots.service(Place.GUEST_KERNEL, "stack");
    private final Processors processors = processors();
    private final List<String> ended = new ArrayList<>();
    private final Flow flow = Flow.of(0);
    private final Flow other = Flow.of(1);
    private Route received;

    private Processors processors() {
        Processors made = new Processors(simulation, new Clock(1_000_000_000), slots, 1, 2, 1, 1, 0);
        made.scheduledBy(Schedulers.standard()
                .find("round-robin")
                .orElseThrow()
                .create(Values.of(Map.of("quantum", 100 * Time.PICOS_PER_MILLI)))
                .create(made));
        return made;
    }

    @Test
    void whatWaitsTogetherGoesOnTogether() {
        Consumer driver = consumer(64);
        arrive(driver, 0, flow, flow, flow);
        run();
        assertThat(ended).containsExactly("130: 3 packets of 3000");
    }

    @Test
    void whatComesOneByOneGoesOnOneByOne() {
        Consumer driver = consumer(64);
        arrive(driver, 0, flow);
        arrive(driver, 500, flow);
        run();
        assertThat(ended).containsExactly("110: 1 packets of 1000", "610: 1 packets of 1000");
    }

    @Test
    void aPassThatEndsLetsGo() {
        Consumer driver = consumer(2);
        arrive(driver, 0, flow, flow, flow);
        run();
        assertThat(ended).containsExactly("120: 2 packets of 2000", "230: 1 packets of 1000");
    }

    @Test
    void aSegmentHasABoundAndFlowsStayApart() {
        Consumer driver = consumer(64);
        arrive(driver, 0, flow, other, flow, flow, flow, flow);
        run();
        assertThat(ended.stream().map(it -> it.substring(it.indexOf(' ') + 1)))
                .containsExactly("4 packets of 4000", "1 packets of 1000", "1 packets of 1000");
    }

    @Test
    void withoutAFlowNothingIsPutTogether() {
        Consumer driver = consumer(64);
        arrive(driver, 0, null, null);
        run();
        assertThat(ended).hasSize(2);
    }

    @Test
    void aSegmentIsCutIntoItsPackets() {
        Consumer driver = consumer(64);
        Route route = new Route(List.of(new SegmentationHop((int) PACKET_BYTES), hop(driver, driving, 10)));
        at(0, () -> {
            Sender sender = new Sender(route);
            sender.raise();
        });
        run();
        assertThat(ended).containsExactly("10: 1 packets of 1000", "20: 1 packets of 1000", "30: 1 packets of 500");
    }

    @Test
    void aStageCountsPacketsOrSegments() {
        Transfer segment = segment();
        assertThat(segment.packets()).isEqualTo(3);
        Consumer driver = consumer(64);
        WorkHop perPacket = new WorkHop(
                new WorkPrice(List.of(StagePrice.alike(driving, 10 * MICRO, 1, 0, StagePrice.Per.PACKET, -1))), driver, WorkHop.Notification.NONE, null);
        at(0, () -> segment.travel(new Route(List.of(perPacket)), null));
        run();
        assertThat(ended).containsExactly("30: 3 packets of 2500");
    }

    @Test
    void aFullRingLosesWhatMayBeLostAndNothingElse() {
        ReceiveRing ring = new ReceiveRing(2);
        List<Transfer> lost = new ArrayList<>();
        List<Transfer> in = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Transfer datagram = packet(null).losable(lost::add);
            if (ring.admits(datagram)) {
                in.add(datagram);
            } else {
                datagram.lose();
            }
        }
        assertThat(lost).hasSize(2);
        assertThat(ring.admits(packet(null))).isTrue();
        in.forEach(Transfer::taken);
        assertThat(ring.inside()).isEqualTo(1);
        assertThat(ring.dropped()).isEqualTo(2);
        ring.checkConservation();
    }

    private Transfer segment() {
        return Transfer.packet(2500, null, this::ended).in(3);
    }

    private Transfer packet(Flow of) {
        return Transfer.packet(PACKET_BYTES, null, this::ended).of(of);
    }

    private void ended(Transfer transfer, Carrier by) {
        ended.add(simulation.now() / MICRO + ": " + transfer.packets() + " packets of " + transfer.bytes());
    }

    private Consumer consumer(int batch) {
        Context context = processors.newContext(
                "context", ContextSettings.with(processors.newMeter(0), slots, Place.GUEST_KERNEL).pinnedTo(0));
        return new Consumer(
                "driver", Level.SOFTIRQ, context.agenda(), simulation, 0, batch, 0, told -> told.wake(Price.FREE));
    }

    private WorkHop hop(Consumer consumer, int slot, long micros) {
        return new WorkHop(
                new WorkPrice(List.of(StagePrice.alike(slot, micros * MICRO, 1, 0, StagePrice.Per.OPERATION, -1))),
                consumer,
                WorkHop.Notification.NONE,
                null);
    }

    private void arrive(Consumer driver, long micros, Flow... flows) {
        if (received == null) {
            received = new Route(List.of(
                    hop(driver, driving, 10), new CoalesceHop(MOST_PACKETS * PACKET_BYTES), hop(driver, stack, 100)));
        }
        at(micros, () -> {
            for (Flow each : flows) {
                packet(each).travel(received, null);
            }
        });
    }

    private void at(long micros, Runnable action) {
        simulation.newTimer("test at " + micros, Phase.ARRIVE, action::run).armAt(micros * MICRO);
    }

    private void run() {
        processors.startScheduling();
        simulation.runUntil(5 * Time.PICOS_PER_MILLI);
        processors.checkConservation();
    }

    /** Sends one segment. */
    private final class Sender extends Carrier {
        private final Route route;
        private boolean sent;

        Sender(Route route) {
            super("sender", Level.TASK, processors.contexts().get(0).agenda(), simulation);
            this.route = route;
        }

        @Override
        protected boolean work() {
            if (sent) {
                return false;
            }
            sent = true;
            segment().travel(route, this);
            return true;
        }
    }
}
