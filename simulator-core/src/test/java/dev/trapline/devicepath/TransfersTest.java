package dev.trapline.devicepath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.work.Trail;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Packets that have ended are used again, as if they were new, and no packet ends twice. */
class TransfersTest {
    private final Transfers packets = new Transfers();
    private final List<Transfer> ended = new ArrayList<>();

    @Test
    void aPacketThatHasEndedIsUsedAgainAsIfItWereNew() {
        Transfer first = packets.packet(1_000, new Trail(0), (packet, by) -> ended.add(packet));
        first.in(3).of(Flow.of(1)).noting(7).losable(packet -> {}).waitsIn(new ReceiveRing(1));
        first.travel(Route.EMPTY, null);

        Transfer second = packets.packet(2_000, null, (packet, by) -> ended.add(packet));

        assertThat(ended).containsExactly(first);
        assertThat(second).isSameAs(first);
        assertThat(second.bytes()).isEqualTo(2_000);
        assertThat(second.packets()).isEqualTo(1);
        assertThat(second.flow()).isNull();
        assertThat(second.note()).isZero();
        assertThat(second.trail()).isNull();
        assertThat(second.mayBeLost()).isFalse();
        assertThat(packets.packet(1, null, (packet, by) -> {})).isNotSameAs(second);
    }

    @Test
    void aDiskOperationThatHasEndedLeavesNothingToThePacketAfterIt() {
        Transfer first = packets.packet(512, null, (operation, by) -> {}).asDiskOperation(true, true, 0.5, 0.5, this);
        first.onwards(null, (operation, by) -> {});
        first.travel(Route.EMPTY, null);

        Transfer second = packets.packet(2_000, null, (packet, by) -> {});

        assertThat(second).isSameAs(first);
        assertThat(second.isWrite()).isFalse();
        assertThat(second.isSequential()).isFalse();
        assertThat(second.position()).isZero();
        assertThat(second.source()).isNull();
        assertThat(second.delivered()).isNull();
    }

    @Test
    void asManyAreMadeAsAreUnderWayAtOnce() {
        Transfer one = packets.packet(1, null, (packet, by) -> {});
        Transfer other = packets.packet(2, null, (packet, by) -> {});
        one.travel(Route.EMPTY, null);
        other.travel(Route.EMPTY, null);
        assertThat(packets.packet(3, null, (packet, by) -> {})).isSameAs(other);
        assertThat(packets.packet(4, null, (packet, by) -> {})).isSameAs(one);
    }

    @Test
    void noPacketEndsTwice() {
        Transfer packet = packets.packet(1_500, null, (done, by) -> {});
        packet.losable(lost -> {});
        packet.travel(Route.EMPTY, null);
        packet.losable(lost -> {});
        assertThatThrownBy(packet::lose).hasMessage("a packet of 1500 bytes ends twice");
    }
}
