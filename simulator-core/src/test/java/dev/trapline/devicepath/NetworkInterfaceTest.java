package dev.trapline.devicepath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.engine.Phase;
import dev.trapline.engine.Simulation;
import dev.trapline.hardware.Moderation;
import dev.trapline.hardware.NicModel;
import dev.trapline.work.Slots;
import dev.trapline.work.Trail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source sends takes the wire in its order with all else, although nothing happens when it is sent. */
class NetworkInterfaceTest {
    private static final long BYTES = 1_472;
    private static final long GAP = 20_000_000;

    private final Simulation simulation = new Simulation();
    private final Slots slots = new Slots();
    private final NicModel model =
            new NicModel(1_000_000_000L, 1500, false, Moderation.NONE, 256, false, false, 1, 10_000_000);
    private final NetworkInterface nic = new NetworkInterface("nic", model, simulation, slots);
    private final long length = model.wirePicos(BYTES, NicModel.UDP_HEADER_BYTES);
    private final long delay = model.delayPicos();
    private final List<String> arrived = new ArrayList<>();
    private final NetworkInterface.Direction inwards =
            nic.inwards("guest", packet -> arrived.add(packet.note() + " at " + simulation.now()));

    /** Numbers its datagrams from 100. */
    private static PacketSource steady() {
        return steady(GAP, 100);
    }

    private static PacketSource steady(long gap, long first) {
        return new SteadySource(gap, BYTES, first, NetworkInterfaceTest::datagram);
    }

    private static Transfer datagram(long number) {
        return Transfer.packet(BYTES, null, (packet, by) -> {}).asDatagram().noting(number);
    }

    private void sendsAt(long instant, Transfer packet) {
        simulation.newTimer("sends", Phase.ARRIVE, () -> inwards.accept(packet)).armAt(instant);
    }

    @Test
    void eachArrivalIsOneEvent() {
        inwards.fedBy(steady());
        simulation.runUntil(2 * GAP + length + delay);
        assertThat(arrived)
                .containsExactly(
                        "100 at " + (length + delay),
                        "101 at " + (GAP + length + delay),
                        "102 at " + (2 * GAP + length + delay));
        assertThat(simulation.executed()).isEqualTo(3);
        assertThat(nic.busyPicosIn(simulation.now())).isEqualTo(3 * length + simulation.now() - 3 * GAP);
    }

    @Test
    void whatOthersSendComesBetween() {
        inwards.fedBy(steady());
        sendsAt(GAP / 2, datagram(1));
        sendsAt(GAP + 1, datagram(2));
        simulation.runUntil(5 * length + delay);
        assertThat(arrived)
                .containsExactly(
                        "100 at " + (length + delay),
                        "1 at " + (2 * length + delay),
                        "101 at " + (3 * length + delay),
                        "2 at " + (4 * length + delay),
                        "102 at " + (5 * length + delay));
    }

    @Test
    void timeOnTheWayIsToldApart() {
        Trail trail = new Trail(0);
        trail.begin(0);
        sendsAt(0, datagram(1));
        sendsAt(0, Transfer.packet(BYTES, trail, (packet, by) -> {}).asDatagram().noting(2));
        simulation.runUntil(GAP * 10);
        assertThat(trail.size()).isEqualTo(3);
        assertThat(trail.picos(0)).isEqualTo(length);
        assertThat(trail.picos(1)).isEqualTo(length);
        assertThat(trail.picos(2)).isEqualTo(delay);
    }

    /** As timers would: of two that send at the same instant, the one that sent longer ago. */
    @Test
    void ofSourcesThatSendAtTheSameInstantTheLessFrequentGoesFirst() {
        inwards.fedBy(steady(GAP / 2, 100));
        other().fedBy(steady(GAP, 200));
        simulation.runUntil(5 * length + delay);
        assertThat(arrived.stream().map(line -> line.substring(0, 3))).containsExactly("100", "200", "101", "201", "102");
    }

    /** Beside a list in which everything that is sent stands, for sources and senders at random, and reading changes nothing. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void arrivalsAreThoseOfAllThatIsSentInOrder(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long end = 60 * GAP;
        List<long[]> sent = new ArrayList<>();
        NetworkInterface.Direction[] directions = {inwards, other(), other()};
        for (int i = 0; i < directions.length; i++) {
            long gap = GAP / 2 + random.nextLong(4 * GAP) | 1;
            directions[i].fedBy(steady(gap, 1_000 * (i + 1)));
            for (int n = 0; n * gap <= end; n++) {
                sent.add(new long[] {n * gap, i, 1_000 * (i + 1) + n});
            }
        }
        for (int n = 0; n < 40; n++) {
            long instant = 1 + random.nextLong(end);
            sendsAt(instant, datagram(n));
            sent.add(new long[] {instant, 9, n});
        }
        sent.sort(Comparator.<long[]>comparingLong(each -> each[0]).thenComparingLong(each -> each[1]));
        List<String> expected = new ArrayList<>();
        long free = 0;
        for (long[] each : sent) {
            free = Math.max(free, each[0]) + length;
            if (free + delay <= end) {
                expected.add(each[2] + " at " + (free + delay));
            }
        }
        for (int n = 1; n < 10; n++) {
            simulation.runUntil(end / 10 * n + random.nextLong(end / 10));
            nic.busyPicosIn(simulation.now());
        }
        simulation.runUntil(end);
        assertThat(arrived).containsExactlyElementsOf(expected);
        assertThat(nic.busyPicosIn(end)).isEqualTo(sent.size() * length - Math.max(0, free - end));
    }

    private NetworkInterface.Direction other() {
        return nic.inwards("other", packet -> arrived.add(packet.note() + " at " + simulation.now()));
    }

    @Test
    void aDirectionHasOneSource() {
        inwards.fedBy(steady());
        assertThatThrownBy(() -> inwards.fedBy(steady())).hasMessage("guest inwards has a source already");
    }
}
