package dev.trapline.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trapline.engine.Time;
import org.junit.jupiter.api.Test;

/** Frames of a gigabit are 8 ns a byte: payload, headers, and 38 bytes around them. */
class NicModelTest {
    private static final long BYTE_PICOS = 8 * Time.PICOS_PER_NANO;

    private static NicModel nic(int mtu) {
        return new NicModel(1_000_000_000L, mtu, false, Moderation.NONE, 256, true, false, 1, 1);
    }

    @Test
    void aFrameHasItsHeadersAndWhatIsAroundIt() {
        assertThat(nic(1500).wirePicos(1448, NicModel.TCP_HEADER_BYTES)).isEqualTo(1538 * BYTE_PICOS);
        assertThat(nic(1500).wirePicos(1472, NicModel.UDP_HEADER_BYTES)).isEqualTo(1538 * BYTE_PICOS);
        assertThat(nic(1500).wirePicos(0, NicModel.UDP_HEADER_BYTES)).isEqualTo(84 * BYTE_PICOS);
    }

    @Test
    void aSegmentTakesAsLongAsItsPacketsOneByOne() {
        NicModel nic = nic(1500);
        long payload = 3 * 1448 + 100;
        assertThat(nic.packets(payload)).isEqualTo(4);
        assertThat(nic.wirePicos(payload, NicModel.TCP_HEADER_BYTES, 4)).isEqualTo((3 * 1538 + 190) * BYTE_PICOS);
    }

    @Test
    void nothingButAnAcknowledgementTakesAPacketToo() {
        assertThat(nic(1500).packets(0)).isEqualTo(1);
        assertThat(nic(1500).packets(1448)).isEqualTo(1);
        assertThat(nic(1500).packets(1449)).isEqualTo(2);
    }

    @Test
    void aJumboFrameHoldsSixTimesAsMuch() {
        assertThat(nic(9000).segmentBytes()).isEqualTo(8948);
        assertThat(nic(9000).packets(64 * 1024)).isEqualTo(8);
    }

    @Test
    void aDelayEndsNoSoonerAfterTheFirstEventThanAfterTheLast() {
        assertThatThrownBy(() -> new Moderation.Delay(2, 1)).hasMessageContaining("at most");
    }
}
